using Mestring.Core.Measures;
using Mestring.Core.Networks;
using Mestring.Core.Places;
using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Mestring.Web.Tests.Storage;

/// <summary>What the application counts on from its database, on each database it may run on.</summary>
public abstract class StorageSuite : IDisposable
{
    private static readonly DateTimeOffset Now = new(2027, 2, 11, 13, 3, 0, TimeSpan.Zero);
    private static readonly MunicipalityCode Here = MunicipalityCode.FromNumber(9901);
    private static readonly MunicipalityCode There = MunicipalityCode.FromNumber(9902);
    private readonly Lazy<TestDatabase> _database;

    private protected StorageSuite(Func<TestDatabase> make) => _database = new(make);

    /// <summary>Skips the test where the database cannot be had.</summary>
    protected abstract void Ready();

    [SkippableFact]
    public async Task Every_table_can_be_read_after_the_migrations()
    {
        Ready();
        await using var db = _database.Value.Open();
        foreach (var entity in db.Model.GetEntityTypes())
        {
            var columns = string.Join(", ", entity.GetProperties().Select(p => $"\"{p.GetColumnName()}\""));
            await db.Database.ExecuteSqlRawAsync($"SELECT {columns} FROM {entity.GetTableName()}".ToString());
        }
    }

    [SkippableFact]
    public async Task A_municipality_sees_its_own_rows_and_no_others()
    {
        Ready();
        await AddCase(Here, "A-1");
        await AddCase(There, "B-1");

        await using var mine = _database.Value.Open(new Tenant { Municipality = Here });
        Assert.Equal(["A-1"], await mine.Cases.Select(c => c.Pseudonym).ToListAsync());

        await using var nobodys = _database.Value.Open();
        Assert.Empty(await nobodys.Cases.ToListAsync());
    }

    [SkippableFact]
    public async Task Rows_that_are_written_in_bulk_are_read_back_as_they_were()
    {
        Ready();
        await AddCase(Here, "A-1");
        await using var db = _database.Value.Open(new Tenant { Municipality = Here });
        var known = await db.Cases.AsNoTracking().SingleAsync();
        var course = new CaseRow
        {
            Municipality = Here,
            Id = Guid.CreateVersion7(Now),
            Network = known.Network,
            Pseudonym = "Ø-2",
            BirthYear = 1941,
            Sex = Sex.Man,
            Household = Household.Alone,
            Referral = Referral.Hospital,
            NewUser = true,
            Falls = 2,
            StartedOn = new DateOnly(2027, 1, 4),
            EndedOn = new DateOnly(2027, 2, 1),
            EndReason = EndReason.Moved,
            Outcome = [3, 0, 255],
            CreatedAt = Now,
            ChangedAt = Now,
            Version = 7,
        };
        List<GrantRow> grants =
        [
            .. Enumerable.Range(0, 120).Select(i => new GrantRow
            {
                Municipality = Here, CaseId = course.Id, Key = $"k{i}", Service = "15", Amount = 13.5 + (i / 8.0), Unit = GrantUnit.Month, ValidFrom = new DateOnly(2027, 1, 4), ValidTo = i % 2 == 0 ? null : new DateOnly(2027, 2, 1), IsEstimate = i % 3 == 0,
            }),
        ];
        var line = new AuditEntry { Id = Guid.CreateVersion7(Now), At = Now, PersonId = null, Action = "import-case", Municipality = Here, Subject = "case/x", After = "{\"a\":\"“é” 🙂\"}", Batch = Guid.CreateVersion7(Now) };
        await Write(db, writer => new List<object>([line, course, .. grants]).ForEach(writer.Insert));

        Assert.Equivalent(course, await db.Cases.AsNoTracking().SingleAsync(c => c.Id == course.Id), strict: true);
        Assert.Equivalent(grants.OrderBy(g => g.Key, StringComparer.Ordinal), (await db.Grants.AsNoTracking().ToListAsync()).OrderBy(g => g.Key, StringComparer.Ordinal), strict: true);
        Assert.Equivalent(line, await db.Audit.AsNoTracking().SingleAsync(a => a.Id == line.Id), strict: true);

        course.Pseudonym = "Ø-3";
        (course.Referral, course.Version) = (null, 8);
        await Write(db, writer =>
        {
            writer.Update(course, version: 7);
            writer.Delete(grants[0]);
        });
        Assert.Equal(("Ø-3", null, 119), (await db.Cases.AsNoTracking().SingleAsync(c => c.Id == course.Id) is var read ? (read.Pseudonym, read.Referral, await db.Grants.CountAsync()) : default));
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => Write(db, writer => writer.Update(course, version: 7)));
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => Write(db, writer => writer.Insert(grants[1])));

        static async Task Write(MestringDb db, Action<BulkWriter> say)
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            await using (var writer = new BulkWriter(db))
            {
                say(writer);
                await writer.Write(default);
            }

            await transaction.CommitAsync();
        }
    }

    [SkippableFact]
    public async Task The_second_of_two_editors_is_told()
    {
        Ready();
        await AddCase(Here, "A-1");
        await using var first = _database.Value.Open(new Tenant { Municipality = Here });
        await using var second = _database.Value.Open(new Tenant { Municipality = Here });
        var one = await first.Cases.SingleAsync();
        var two = await second.Cases.SingleAsync();

        (one.Unit, one.Version) = ("Team nord", one.Version + 1);
        await first.SaveChangesAsync();
        (two.Unit, two.Version) = ("Team sør", two.Version + 1);

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => second.SaveChangesAsync());
    }

    [SkippableFact]
    public async Task The_same_submission_cannot_be_stored_twice()
    {
        Ready();
        await AddCase(Here, "A-1");
        await using var db = _database.Value.Open();
        var first = await db.Enrolments.IgnoreQueryFilters().AsNoTracking().SingleAsync();
        db.Enrolments.Add(Enrolment(There, first.SubmissionId, "R-2"));

        await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
    }

    [SkippableFact]
    public async Task Instants_and_dates_come_back_as_they_were()
    {
        Ready();
        await AddCase(Here, "A-1");
        await using var db = _database.Value.Open(new Tenant { Municipality = Here });
        var found = await db.Cases.OrderByDescending(c => c.CreatedAt).FirstAsync(c => c.CreatedAt <= Now);

        Assert.Equal((Now, new DateOnly(2027, 1, 4)), (found.CreatedAt, found.StartedOn));
    }

    [SkippableFact]
    public async Task A_lease_is_held_by_one_instance_until_its_time_is_out()
    {
        Ready();
        await using var a = _database.Value.Open();
        await using var b = _database.Value.Open();
        var minute = TimeSpan.FromMinutes(1);

        Assert.True(await Leases.Take(a, "mail", "a", Now, minute, default));
        Assert.False(await Leases.Take(b, "mail", "b", Now, minute, default));
        Assert.True(await Leases.Take(a, "mail", "a", Now.AddSeconds(30), minute, default));
        Assert.True(await Leases.Take(b, "mail", "b", Now.AddMinutes(3), minute, default));
    }

    [SkippableFact]
    public async Task A_mail_becomes_a_file_once_and_a_bad_address_is_set_aside()
    {
        Ready();
        var folder = Directory.CreateTempSubdirectory("mestring-mail-").FullName;
        var clock = new TestClock(Now);
        await using var db = _database.Value.Open();
        var texts = new Texts(Core.Language.Nn);
        db.Send(Now, "kari@example.no", texts, "Påmeldinga er motteken", "Hei æøå");
        db.Send(Now, "ikke en adresse", texts, "x", "y");
        await db.SaveChangesAsync();
        using var postman = new Postman(null!, new MailSettings("mestring@example.no", folder, null, TimeSpan.FromSeconds(1)), clock, NullLogger<Postman>.Instance);

        await postman.SendDue(db, default);
        await postman.SendDue(db, default);

        Assert.Single(Directory.GetFiles(folder, "*.eml"));
        var waiting = await db.Mails.AsNoTracking().SingleAsync(m => m.SentAt == null);
        Assert.Equal(1, waiting.Attempts);
        Assert.Equal(Now, waiting.GivenUpAt);
        Directory.Delete(folder, recursive: true);
    }

    [SkippableFact]
    public async Task A_mail_is_removed_after_thirty_days_sent_or_not()
    {
        Ready();
        var folder = Directory.CreateTempSubdirectory("mestring-mail-").FullName;
        var clock = new TestClock(Now);
        await using var db = _database.Value.Open();
        db.Send(Now, "kari@example.no", new Texts(Core.Language.Nb), "x", "y");
        db.Send(Now, "ikke en adresse", new Texts(Core.Language.Nb), "x", "y");
        await db.SaveChangesAsync();
        using var postman = new Postman(null!, new MailSettings("mestring@example.no", folder, null, TimeSpan.FromSeconds(1)), clock, NullLogger<Postman>.Instance);

        clock.Set(Now.AddDays(29));
        await postman.SendDue(db, default);
        Assert.Equal(2, await db.Mails.CountAsync());
        clock.Set(Now.AddDays(30));
        await postman.SendDue(db, default);

        Assert.Equal(0, await db.Mails.CountAsync());
        Directory.Delete(folder, recursive: true);
    }

    [SkippableFact]
    public async Task A_course_read_by_one_command_is_what_the_model_reads()
    {
        Ready();
        await AddCase(Here, "A-1");
        await AddCase(There, "B-1");
        Guid id;
        await using (var db = _database.Value.Open(new Tenant { Municipality = Here }))
        {
            id = await db.Cases.Select(c => c.Id).SingleAsync();
            db.Goals.Add(new GoalRow { Municipality = Here, CaseId = id, Number = 2, Text = "Gå til postkassen", Domain = GoalDomain.Mobility, Weight = 7 });
            db.Measurements.Add(new MeasurementRow { Municipality = Here, CaseId = id, Point = MeasurementPoint.Start, Status = MeasurementStatus.Done, Asked = "goals sppb hours", MeasuredOn = new DateOnly(2026, 11, 3), Answers = """{"tug":"12.4"}""", ChangedAt = Now });
            db.Measurements.Add(new MeasurementRow { Municipality = Here, CaseId = id, Point = MeasurementPoint.Weeks10, Status = MeasurementStatus.Declined, ChangedAt = Now });
            db.Grants.Add(new GrantRow { Municipality = Here, CaseId = id, Key = "3f2a", Service = "1", Amount = 2.5, Unit = GrantUnit.Week, ValidFrom = new DateOnly(2026, 9, 1), IsEstimate = true });
            db.Input.Add(new InputRow { Municipality = Here, CaseId = id, Week = 2, Profession = Profession.Nurse, Direct = 45 });
            await db.SaveChangesAsync();
        }

        await using var mine = _database.Value.Open(new Tenant { Municipality = Here });
        var read = await CaseRows.Find(mine, "prove-2027", id, withFollowUps: true, CancellationToken.None);

        Assert.Equivalent(await mine.Cases.AsNoTracking().SingleAsync(), read!.Row, strict: true);
        Assert.Equivalent(await mine.Goals.AsNoTracking().ToListAsync(), read.Goals, strict: true);
        Assert.Equivalent(await mine.Measurements.AsNoTracking().ToListAsync(), read.Measurements, strict: true);
        Assert.Equivalent(await mine.Grants.AsNoTracking().ToListAsync(), read.Grants, strict: true);
        Assert.Equivalent(await mine.Input.AsNoTracking().ToListAsync(), read.Input, strict: true);
        Assert.Null(await CaseRows.Find(mine, "another", id, withFollowUps: true, CancellationToken.None));

        await using var theirs = _database.Value.Open(new Tenant { Municipality = There });
        Assert.Null(await CaseRows.Find(theirs, "prove-2027", id, withFollowUps: true, CancellationToken.None));
    }

    [SkippableFact]
    public async Task Deleting_an_enrolment_takes_every_row_of_its_cases_along()
    {
        Ready();
        await AddCase(Here, "A-1");
        await using var db = _database.Value.Open(new Tenant { Municipality = Here });
        await db.Enrolments.ExecuteDeleteAsync();

        Assert.Equal((0, 0), (await db.Cases.CountAsync(), await db.Goals.CountAsync()));
    }

    public void Dispose()
    {
        if (_database.IsValueCreated)
        {
            _database.Value.Dispose();
        }

        GC.SuppressFinalize(this);
    }

    private static EnrolmentRow Enrolment(MunicipalityCode municipality, Guid submission, string reference) => new()
    {
        Municipality = municipality,
        Network = "prove-2027",
        SubmissionId = submission,
        Reference = reference,
        State = EnrolmentState.Confirmed,
        MunicipalityName = "Eksempelvik",
        PopulationDate = new DateOnly(2027, 1, 1),
        SubmittedAt = Now,
    };

    private async Task AddCase(MunicipalityCode municipality, string pseudonym)
    {
        await using var db = _database.Value.Open(new Tenant { Municipality = municipality });
        if (!await db.Networks.AnyAsync())
        {
            db.Networks.Add(new NetworkRow { Slug = "prove-2027", Programme = "prove", Definition = "{}" });
        }

        var id = Guid.CreateVersion7(Now);
        db.Enrolments.Add(Enrolment(municipality, id, pseudonym));
        db.Cases.Add(new CaseRow { Municipality = municipality, Id = id, Network = "prove-2027", Pseudonym = pseudonym, StartedOn = new DateOnly(2027, 1, 4), CreatedAt = Now });
        db.Goals.Add(new GoalRow { Municipality = municipality, CaseId = id, Number = 1, Text = "Gå til butikken" });
        await db.SaveChangesAsync();
    }
}
