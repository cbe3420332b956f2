using System.Text;
using Mestring.Core.Indicators;
using Mestring.Core.Measures;
using Mestring.Core.Networks;
using Mestring.Core.Places;
using Mestring.Core.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Mestring.Web.Storage;

/// <summary>
/// The database. A municipality's rows are seen only through the tenant of the request; whatever must look across
/// municipalities says so with <c>IgnoreQueryFilters([MestringDb.TenantFilter])</c>.
/// </summary>
internal sealed class MestringDb(DbContextOptions<MestringDb> options, Tenant tenant) : DbContext(options)
{
    public const string TenantFilter = "Tenant";

    /// <summary>The municipality whose rows are seen; SQL of our own must ask for it itself.</summary>
    public MunicipalityCode Tenant => tenant.Municipality;

    public DbSet<Person> Persons => Set<Person>();

    public DbSet<PersonRole> PersonRoles => Set<PersonRole>();

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<OneTimeLink> OneTimeLinks => Set<OneTimeLink>();

    public DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();

    public DbSet<SignInAttempt> SignInAttempts => Set<SignInAttempt>();

    public DbSet<AuditEntry> Audit => Set<AuditEntry>();

    public DbSet<ProtectionKey> ProtectionKeys => Set<ProtectionKey>();

    public DbSet<NetworkRow> Networks => Set<NetworkRow>();

    public DbSet<NetworkChange> NetworkChanges => Set<NetworkChange>();

    public DbSet<EnrolmentRow> Enrolments => Set<EnrolmentRow>();

    public DbSet<EnrolmentPerson> EnrolmentPeople => Set<EnrolmentPerson>();

    public DbSet<AttendanceRow> Attendance => Set<AttendanceRow>();

    public DbSet<HandInRow> HandIns => Set<HandInRow>();

    public DbSet<HandInFile> HandInFiles => Set<HandInFile>();

    public DbSet<MessageRow> Messages => Set<MessageRow>();

    public DbSet<Mail> Mails => Set<Mail>();

    public DbSet<Lease> Leases => Set<Lease>();

    public DbSet<PlaceRow> Places => Set<PlaceRow>();

    public DbSet<PlaceChangeRow> PlaceChanges => Set<PlaceChangeRow>();

    public DbSet<PopulationRow> Populations => Set<PopulationRow>();

    public DbSet<CaseRow> Cases => Set<CaseRow>();

    public DbSet<GoalRow> Goals => Set<GoalRow>();

    public DbSet<MeasurementRow> Measurements => Set<MeasurementRow>();

    public DbSet<GrantRow> Grants => Set<GrantRow>();

    public DbSet<InputRow> Input => Set<InputRow>();

    public DbSet<FollowUpRow> FollowUps => Set<FollowUpRow>();

    public DbSet<CalendarFeedRow> CalendarFeeds => Set<CalendarFeedRow>();

    public DbSet<CaseQueryRow> CaseQueries => Set<CaseQueryRow>();

    public DbSet<CaseOverruleRow> CaseOverrules => Set<CaseOverruleRow>();

    public DbSet<DeletionReceipt> DeletionReceipts => Set<DeletionReceipt>();

    public DbSet<DeletedCourse> DeletedCourses => Set<DeletedCourse>();

    public DbSet<DraftRow> Drafts => Set<DraftRow>();

    public DbSet<IntakeRow> Intakes => Set<IntakeRow>();

    public DbSet<PriceRow> Prices => Set<PriceRow>();

    public DbSet<ImportRow> Imports => Set<ImportRow>();

    public DbSet<ImportedRow> ImportedRows => Set<ImportedRow>();

    public DbSet<ImportMemory> ImportMemory => Set<ImportMemory>();

    public DbSet<DeliveryRow> Deliveries => Set<DeliveryRow>();

    public DbSet<DeliveryValueRow> DeliveryValues => Set<DeliveryValueRow>();

    public DbSet<PlanGoalRow> PlanGoals => Set<PlanGoalRow>();

    public DbSet<PlanActionRow> PlanActions => Set<PlanActionRow>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<MunicipalityCode>().HaveConversion<MunicipalityConverter>();
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<TicksConverter>();
        configurationBuilder.Properties<Role>().HaveConversion<string>();
        configurationBuilder.Properties<NetworkState>().HaveConversion<string>();
        configurationBuilder.Properties<EnrolmentState>().HaveConversion<string>();
        configurationBuilder.Properties<HandInState>().HaveConversion<string>();
        configurationBuilder.Properties<MeasurementPoint>().HaveConversion<string>();
        configurationBuilder.Properties<MeasurementStatus>().HaveConversion<string>();
        configurationBuilder.Properties<GoalInstrument>().HaveConversion<string>();
        configurationBuilder.Properties<GoalDomain>().HaveConversion<string>();
        configurationBuilder.Properties<Sex>().HaveConversion<string>();
        configurationBuilder.Properties<Referral>().HaveConversion<string>();
        configurationBuilder.Properties<Condition>().HaveConversion<string>();
        configurationBuilder.Properties<GrantUnit>().HaveConversion<string>();
        configurationBuilder.Properties<Profession>().HaveConversion<string>();
        configurationBuilder.Properties<Household>().HaveConversion<string>();
        configurationBuilder.Properties<EndReason>().HaveConversion<string>();
        configurationBuilder.Properties<Setting>().HaveConversion<string>();
        configurationBuilder.Properties<DeletionKind>().HaveConversion<string>();
        configurationBuilder.Properties<ImportState>().HaveConversion<string>();
        configurationBuilder.Properties<PlanActionState>().HaveConversion<string>();
        configurationBuilder.Properties<DeliveryState>().HaveConversion<string>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        Tables.Build(modelBuilder);
        modelBuilder.Entity<EnrolmentRow>().HasQueryFilter(TenantFilter, x => x.Municipality == tenant.Municipality);
        modelBuilder.Entity<EnrolmentPerson>().HasQueryFilter(TenantFilter, x => x.Municipality == tenant.Municipality);
        modelBuilder.Entity<AttendanceRow>().HasQueryFilter(TenantFilter, x => x.Municipality == tenant.Municipality);
        modelBuilder.Entity<HandInRow>().HasQueryFilter(TenantFilter, x => x.Municipality == tenant.Municipality);
        modelBuilder.Entity<HandInFile>().HasQueryFilter(TenantFilter, x => x.Municipality == tenant.Municipality);
        modelBuilder.Entity<CaseRow>().HasQueryFilter(TenantFilter, x => x.Municipality == tenant.Municipality);
        modelBuilder.Entity<GoalRow>().HasQueryFilter(TenantFilter, x => x.Municipality == tenant.Municipality);
        modelBuilder.Entity<MeasurementRow>().HasQueryFilter(TenantFilter, x => x.Municipality == tenant.Municipality);
        modelBuilder.Entity<GrantRow>().HasQueryFilter(TenantFilter, x => x.Municipality == tenant.Municipality);
        modelBuilder.Entity<FollowUpRow>().HasQueryFilter(TenantFilter, x => x.Municipality == tenant.Municipality);
        modelBuilder.Entity<IntakeRow>().HasQueryFilter(TenantFilter, x => x.Municipality == tenant.Municipality);
        modelBuilder.Entity<PriceRow>().HasQueryFilter(TenantFilter, x => x.Municipality == tenant.Municipality);
        modelBuilder.Entity<InputRow>().HasQueryFilter(TenantFilter, x => x.Municipality == tenant.Municipality);
        modelBuilder.Entity<CalendarFeedRow>().HasQueryFilter(TenantFilter, x => x.Municipality == tenant.Municipality);
        modelBuilder.Entity<CaseQueryRow>().HasQueryFilter(TenantFilter, x => x.Municipality == tenant.Municipality);
        modelBuilder.Entity<CaseOverruleRow>().HasQueryFilter(TenantFilter, x => x.Municipality == tenant.Municipality);
        modelBuilder.Entity<DeletionReceipt>().HasQueryFilter(TenantFilter, x => x.Municipality == tenant.Municipality);
        modelBuilder.Entity<DeletedCourse>().HasQueryFilter(TenantFilter, x => x.Municipality == tenant.Municipality);
        modelBuilder.Entity<DraftRow>().HasQueryFilter(TenantFilter, x => x.Municipality == tenant.Municipality);
        modelBuilder.Entity<ImportRow>().HasQueryFilter(TenantFilter, x => x.Municipality == tenant.Municipality);
        modelBuilder.Entity<ImportedRow>().HasQueryFilter(TenantFilter, x => x.Municipality == tenant.Municipality);
        modelBuilder.Entity<ImportMemory>().HasQueryFilter(TenantFilter, x => x.Municipality == tenant.Municipality);
        modelBuilder.Entity<DeliveryRow>().HasQueryFilter(TenantFilter, x => x.Municipality == tenant.Municipality);
        modelBuilder.Entity<DeliveryValueRow>().HasQueryFilter(TenantFilter, x => x.Municipality == tenant.Municipality);
        modelBuilder.Entity<PlanGoalRow>().HasQueryFilter(TenantFilter, x => x.Municipality == tenant.Municipality);
        modelBuilder.Entity<PlanActionRow>().HasQueryFilter(TenantFilter, x => x.Municipality == tenant.Municipality);
        SnakeCase(modelBuilder);
    }

    /// <summary>Columns, keys and indexes are named as the hand-written migrations name them.</summary>
    private static void SnakeCase(ModelBuilder model)
    {
        foreach (var entity in model.Model.GetEntityTypes())
        {
            foreach (var property in entity.GetProperties())
            {
                property.SetColumnName(Snake(property.Name));
            }

            var table = entity.GetTableName()!;
            entity.FindPrimaryKey()!.SetName($"pk_{table}");
            foreach (var key in entity.GetForeignKeys())
            {
                key.SetConstraintName($"fk_{table}_{key.PrincipalEntityType.GetTableName()}_{Columns(key.Properties.Select(p => p.Name))}");
            }

            // PostgreSQL cuts names of more than 63 letters: those are given by hand.
            foreach (var index in entity.GetIndexes().Where(i => i[RelationalAnnotationNames.Name] is null))
            {
                index.SetDatabaseName($"ix_{table}_{Columns(index.Properties.Select(p => p.Name))}");
            }
        }
    }

    private static string Columns(IEnumerable<string> names) => string.Join('_', names.Select(Snake));

    private static string Snake(string name)
    {
        var snake = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && char.IsUpper(name[i]) && !char.IsUpper(name[i - 1]))
            {
                snake.Append('_');
            }

            snake.Append(char.ToLowerInvariant(name[i]));
        }

        return snake.ToString();
    }

    private sealed class MunicipalityConverter() : ValueConverter<MunicipalityCode, short>(c => c.Number, n => MunicipalityCode.FromNumber(n));

    /// <summary>Instants as UTC ticks: SQLite cannot order a <see cref="DateTimeOffset"/>.</summary>
    private sealed class TicksConverter() : ValueConverter<DateTimeOffset, long>(i => i.UtcTicks, t => new DateTimeOffset(t, TimeSpan.Zero));
}
