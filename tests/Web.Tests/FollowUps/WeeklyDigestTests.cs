using Mestring.Core.Places;
using Mestring.Web.Access;
using Mestring.Web.FollowUps;
using Mestring.Web.Storage;
using Mestring.Web.Tests.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Mestring.Web.Tests.FollowUps;

/// <summary>The mail on Monday morning: once a week, numbers only, and only when something waits.</summary>
public sealed class WeeklyDigestTests
{
    /// <summary>Monday 15 February 2027, half past six in Norway.</summary>
    private static readonly DateTimeOffset Monday = new(2027, 2, 15, 5, 30, 0, TimeSpan.Zero);

    [Fact]
    public async Task Each_person_who_works_with_courses_gets_one_with_numbers_and_an_address()
    {
        using var world = await CaseWorld.New();
        await world.Course("E-0001", "2026-11-16", "Nord", "Kari"); // ten weeks is overdue, and it is 91 days today
        await world.Course("E-0002", "2026-12-10", "Nord", "Kari");
        await world.App.As(Role.Coordinator, CaseWorld.Own);
        await world.App.As(Role.Reader, CaseWorld.Own);
        await world.App.As(Role.Coordinator, CaseWorld.Other);
        world.App.Clock.Set(Monday);

        Assert.Equal(2, await Round(world));

        var mails = await Mails(world);
        Assert.All(mails, mail =>
        {
            Assert.Equal("3 oppfølginger denne uka", mail.Subject);
            Assert.Contains(": én bør gjøres nå, 2 kan gjøres nå\n", mail.Body, StringComparison.Ordinal);
            Assert.Contains($"https://mestring.example/m/{CaseWorld.Own}/{CaseWorld.Slug}/follow-ups", mail.Body, StringComparison.Ordinal);
            Assert.All(["E-0001", "E-0002", "Nord", "Kari"], secret => Assert.DoesNotContain(secret, mail.Body, StringComparison.Ordinal));
        });
        Assert.Equal(2, mails.Select(m => m.Recipient).Distinct().Count());
    }

    [Fact]
    public async Task Several_instances_and_rounds_send_it_once_a_week()
    {
        using var world = await CaseWorld.New();
        await world.Course("E-0001", "2026-12-10");
        world.App.Clock.Set(Monday);

        Assert.Equal(1, await Round(world));
        Assert.Equal(0, await Round(world));

        // Another instance takes over when the lease has run out.
        world.App.Clock.Pass(TimeSpan.FromMinutes(11));
        Assert.Equal(0, await Round(world));
        world.App.Clock.Set(Monday.AddDays(7));
        Assert.Equal(1, await Round(world));
        Assert.Equal(2, (await Mails(world)).Count);
    }

    [Theory]
    [InlineData("2027-02-15T04:30:00Z", 0)] // half past five on Monday, in Norway
    [InlineData("2027-02-15T05:00:00Z", 1)] // six
    [InlineData("2027-02-15T14:00:00Z", 1)] // the server was down on Monday morning
    [InlineData("2027-02-17T02:00:00Z", 1)] // and until Wednesday night
    [InlineData("2027-02-21T22:30:00Z", 1)] // and until late on Sunday
    public async Task It_is_sent_at_the_first_chance_from_six_on_Monday(string instant, int mails)
    {
        using var world = await CaseWorld.New();
        await world.Course("E-0001", "2026-12-10");
        world.App.Clock.Set(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(mails, await Round(world));
    }

    [Fact]
    public async Task A_mail_that_was_late_does_not_take_the_place_of_the_next_one()
    {
        using var world = await CaseWorld.New();
        await world.Course("E-0001", "2026-12-10");
        world.App.Clock.Set(Monday.AddDays(6).AddHours(12));

        Assert.Equal(1, await Round(world));
        world.App.Clock.Set(Monday.AddDays(7).AddHours(-1));
        Assert.Equal(0, await Round(world));
        world.App.Clock.Set(Monday.AddDays(7));
        Assert.Equal(1, await Round(world));
    }

    [Fact]
    public async Task What_comes_later_in_the_week_and_who_comes_later_wait_for_the_next_mail()
    {
        using var world = await CaseWorld.New();
        world.App.Clock.Set(Monday);
        Assert.Equal(0, await Round(world));

        world.App.Clock.Set(Monday.AddDays(2));
        await world.App.As(Role.Professional, CaseWorld.Own);
        await world.Course("E-0001", "2026-12-10");
        Assert.Equal(0, await Round(world));

        world.App.Clock.Set(Monday.AddDays(7));
        Assert.Equal(2, await Round(world));
    }

    [Fact]
    public async Task Nothing_is_sent_to_who_said_no()
    {
        using var world = await CaseWorld.New();
        await world.Course("E-0001", "2026-12-10");
        world.App.Clock.Set(Monday);
        var stopped = await world.Nurse.Post($"/m/{CaseWorld.Own}/{CaseWorld.Slug}/follow-ups/digest", ("digest", "false"));
        Assert.EndsWith("#mail", stopped.Location, StringComparison.Ordinal);
        Assert.Equal(0, await Round(world));

        await world.Nurse.Post($"/m/{CaseWorld.Own}/{CaseWorld.Slug}/follow-ups/digest", ("digest", "true"));
        world.App.Clock.Pass(TimeSpan.FromMinutes(11));
        Assert.Equal(1, await Round(world));
    }

    [Fact]
    public async Task It_is_written_in_the_language_of_the_person()
    {
        using var world = await CaseWorld.New();
        await world.Course("E-0001", "2026-12-10");
        await world.App.Database(db => db.Persons.ExecuteUpdateAsync(p => p.SetProperty(x => x.Language, "nn")));
        world.App.Clock.Set(Monday);

        await Round(world);

        Assert.Equal(("Éi oppfølging denne veka", "nn"), ((await Mails(world)).Single().Subject, (await Mails(world)).Single().Language));
    }

    /// <summary>A new instance each time.</summary>
    private static async Task<int> Round(CaseWorld world)
    {
        using var digest = new WeeklyDigest(
            world.App.Services.GetRequiredService<IServiceScopeFactory>(), new SiteAddress(new Uri("https://mestring.example")), world.App.Clock, NullLogger<WeeklyDigest>.Instance);
        return await world.App.Database(db => digest.SendDue(db, CancellationToken.None));
    }

    private static Task<List<Mail>> Mails(CaseWorld world) => world.App.Database(db => db.Mails.AsNoTracking().ToListAsync());
}
