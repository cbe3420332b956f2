using Mestring.Core.Places;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Storage;

/// <summary>Keys, foreign keys and indexes of every table. A municipality's rows carry its code first.</summary>
internal static class Tables
{
    public static void Build(ModelBuilder model)
    {
        model.Entity<Person>(t =>
        {
            t.ToTable("persons");
            t.HasKey(x => x.Id);
            t.HasIndex(x => x.Email).IsUnique();
        });
        model.Entity<PersonRole>(t =>
        {
            t.ToTable("person_roles");
            t.HasKey(x => new { x.PersonId, x.Role, x.Municipality, x.Network });
            t.HasOne<Person>().WithMany().HasForeignKey(x => x.PersonId).OnDelete(DeleteBehavior.Cascade);
            t.HasIndex(x => x.Municipality);
            t.HasIndex(x => x.Network);
        });
        model.Entity<Session>(t =>
        {
            t.ToTable("sessions");
            t.HasKey(x => x.TokenHash);
            t.HasOne<Person>().WithMany().HasForeignKey(x => x.PersonId).OnDelete(DeleteBehavior.Cascade);
            t.HasIndex(x => x.PersonId);
        });
        model.Entity<OneTimeLink>(t =>
        {
            t.ToTable("one_time_links");
            t.HasKey(x => x.TokenHash);
            t.HasOne<Person>().WithMany().HasForeignKey(x => x.PersonId).OnDelete(DeleteBehavior.Cascade);
            t.HasIndex(x => x.PersonId);
        });
        model.Entity<RecoveryCode>(t =>
        {
            t.ToTable("recovery_codes");
            t.HasKey(x => x.CodeHash);
            t.HasOne<Person>().WithMany().HasForeignKey(x => x.PersonId).OnDelete(DeleteBehavior.Cascade);
            t.HasIndex(x => x.PersonId);
        });
        model.Entity<SignInAttempt>(t =>
        {
            t.ToTable("sign_in_attempts");
            t.HasKey(x => x.Id);
            t.HasIndex(x => new { x.Key, x.At });
        });
        model.Entity<AuditEntry>(t =>
        {
            t.ToTable("audit");
            t.HasKey(x => x.Id);
            t.HasIndex(x => new { x.Municipality, x.At });
            t.HasIndex(x => new { x.Subject, x.At });
            t.HasIndex(x => new { x.Municipality, x.Batch });
        });
        model.Entity<ProtectionKey>(t =>
        {
            t.ToTable("protection_keys");
            t.HasKey(x => x.Name);
        });
        model.Entity<NetworkRow>(t =>
        {
            t.ToTable("networks");
            t.HasKey(x => x.Slug);
            t.Property(x => x.Version).IsConcurrencyToken();
        });
        model.Entity<NetworkChange>(t =>
        {
            t.ToTable("network_changes");
            t.HasKey(x => x.Id);
            t.HasOne<NetworkRow>().WithMany().HasForeignKey(x => x.Network).OnDelete(DeleteBehavior.Cascade);
            t.HasIndex(x => new { x.Network, x.At });
        });
        model.Entity<EnrolmentRow>(t =>
        {
            t.ToTable("enrolments");
            t.HasKey(x => new { x.Municipality, x.Network });
            t.HasOne<NetworkRow>().WithMany().HasForeignKey(x => x.Network).OnDelete(DeleteBehavior.Cascade);
            t.HasIndex(x => x.SubmissionId).IsUnique();
            t.HasIndex(x => x.Reference).IsUnique();
            t.HasIndex(x => new { x.Network, x.State });
            t.Property(x => x.Version).IsConcurrencyToken();
        });
        model.Entity<EnrolmentPerson>(t =>
        {
            t.ToTable("enrolment_people");
            t.HasKey(x => new { x.Municipality, x.Network, x.Number });
            t.HasOne<EnrolmentRow>().WithMany().HasForeignKey(x => new { x.Municipality, x.Network }).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<AttendanceRow>(t =>
        {
            t.ToTable("attendance");
            t.HasKey(x => new { x.Municipality, x.Network, x.Gathering });
            t.HasOne<EnrolmentRow>().WithMany().HasForeignKey(x => new { x.Municipality, x.Network }).OnDelete(DeleteBehavior.Cascade);
            t.Property(x => x.Version).IsConcurrencyToken();
        });
        model.Entity<HandInRow>(t =>
        {
            t.ToTable("hand_ins");
            t.HasKey(x => new { x.Municipality, x.Network, x.Assignment });
            t.HasOne<EnrolmentRow>().WithMany().HasForeignKey(x => new { x.Municipality, x.Network }).OnDelete(DeleteBehavior.Cascade);
            t.Property(x => x.Version).IsConcurrencyToken();
        });
        model.Entity<HandInFile>(t =>
        {
            t.ToTable("hand_in_files");
            t.HasKey(x => new { x.Municipality, x.Network, x.Assignment });
            t.HasOne<HandInRow>().WithOne().HasForeignKey<HandInFile>(x => new { x.Municipality, x.Network, x.Assignment }).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<MessageRow>(t =>
        {
            t.ToTable("messages");
            t.HasKey(x => x.Id);
            t.HasOne<NetworkRow>().WithMany().HasForeignKey(x => x.Network).OnDelete(DeleteBehavior.Cascade);
            t.HasIndex(x => new { x.Network, x.At });
        });
        model.Entity<Mail>(t =>
        {
            t.ToTable("mails");
            t.HasKey(x => x.Id);
            t.HasIndex(x => new { x.SentAt, x.NextAttemptAt });
        });
        model.Entity<Lease>(t =>
        {
            t.ToTable("leases");
            t.HasKey(x => x.Name);
        });
        model.Entity<PlaceRow>(t =>
        {
            t.ToTable("places");
            t.HasKey(x => new { x.Code, x.ValidFrom });
        });
        model.Entity<PlaceChangeRow>(t =>
        {
            t.ToTable("place_changes");
            t.HasKey(x => new { x.FromCode, x.ToCode, x.ChangedOn });
        });
        model.Entity<PopulationRow>(t =>
        {
            t.ToTable("populations");
            t.HasKey(x => new { x.Code, x.AsOf });
        });
        model.Entity<CaseRow>(t =>
        {
            t.ToTable("cases");
            t.HasKey(x => new { x.Municipality, x.Id });
            t.HasOne<EnrolmentRow>().WithMany().HasForeignKey(x => new { x.Municipality, x.Network }).OnDelete(DeleteBehavior.Cascade);
            t.HasIndex(x => new { x.Municipality, x.Network, x.StartedOn });
            t.HasIndex(x => new { x.Municipality, x.Network, x.PlannedEnd }).HasFilter(CaseRow.EndIsWaitedFor);
            t.HasIndex(x => x.Network);
            t.HasIndex(x => new { x.Municipality, x.Pseudonym });
            t.Property(x => x.Version).IsConcurrencyToken();
        });
        model.Entity<GoalRow>(t =>
        {
            t.ToTable("goals");
            t.HasKey(x => new { x.Municipality, x.CaseId, x.Number });
            t.HasOne<CaseRow>().WithMany().HasForeignKey(x => new { x.Municipality, x.CaseId }).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<MeasurementRow>(t =>
        {
            t.ToTable("measurements");
            t.HasKey(x => new { x.Municipality, x.CaseId, x.Point });
            t.HasOne<CaseRow>().WithMany().HasForeignKey(x => new { x.Municipality, x.CaseId }).OnDelete(DeleteBehavior.Cascade);
            t.HasIndex(x => new { x.Municipality, x.CaseId }).HasFilter(MeasurementRow.BegunFilter);
        });
        model.Entity<GrantRow>(t =>
        {
            t.ToTable("grants");
            t.HasKey(x => new { x.Municipality, x.CaseId, x.Key });
            t.HasOne<CaseRow>().WithMany().HasForeignKey(x => new { x.Municipality, x.CaseId }).OnDelete(DeleteBehavior.Cascade);
            t.Ignore(x => x.Value);
        });
        model.Entity<InputRow>(t =>
        {
            t.ToTable("work_input");
            t.HasKey(x => new { x.Municipality, x.CaseId, x.Week, x.Profession });
            t.HasOne<CaseRow>().WithMany().HasForeignKey(x => new { x.Municipality, x.CaseId }).OnDelete(DeleteBehavior.Cascade);
            t.Ignore(x => x.Value);
        });
        model.Entity<IntakeRow>(t =>
        {
            t.ToTable("intakes");
            t.HasKey(x => new { x.Municipality, x.Network, x.Month });
            t.HasOne<EnrolmentRow>().WithMany().HasForeignKey(x => new { x.Municipality, x.Network }).OnDelete(DeleteBehavior.Cascade);
            t.Property(x => x.Version).IsConcurrencyToken();
        });
        model.Entity<PriceRow>(t =>
        {
            t.ToTable("prices");
            t.HasKey(x => new { x.Municipality, x.Network });
            t.HasOne<EnrolmentRow>().WithMany().HasForeignKey(x => new { x.Municipality, x.Network }).OnDelete(DeleteBehavior.Cascade);
            t.Property(x => x.Version).IsConcurrencyToken();
        });
        model.Entity<FollowUpRow>(t =>
        {
            t.ToTable("follow_ups");
            t.HasKey(x => new { x.Municipality, x.CaseId, x.Point });
            t.HasOne<CaseRow>().WithMany().HasForeignKey(x => new { x.Municipality, x.CaseId }).OnDelete(DeleteBehavior.Cascade);
            t.HasIndex(x => new { x.Municipality, x.Network, x.CaseId, x.Opens, x.Due, x.Closes, x.Begun }).HasDatabaseName("ix_follow_ups_counted");
        });
        model.Entity<CalendarFeedRow>(t =>
        {
            t.ToTable("calendar_feeds");
            t.HasKey(x => new { x.Municipality, x.Network, x.PersonId });
            t.HasOne<EnrolmentRow>().WithMany().HasForeignKey(x => new { x.Municipality, x.Network }).OnDelete(DeleteBehavior.Cascade);
            t.HasOne<Person>().WithMany().HasForeignKey(x => x.PersonId).OnDelete(DeleteBehavior.Cascade);
            t.HasIndex(x => x.TokenHash).IsUnique();
            t.HasIndex(x => x.PersonId);
        });
        model.Entity<CaseQueryRow>(t =>
        {
            t.ToTable("case_queries");
            t.HasKey(x => new { x.Municipality, x.Id });
            t.HasOne<CaseRow>().WithMany().HasForeignKey(x => new { x.Municipality, x.CaseId }).OnDelete(DeleteBehavior.Cascade);
            t.HasIndex(x => new { x.Municipality, x.CaseId });
            t.HasIndex(x => new { x.Municipality, x.Network, x.ClosedAt });
            t.Property(x => x.Version).IsConcurrencyToken();
        });
        model.Entity<CaseOverruleRow>(t =>
        {
            t.ToTable("case_overrules");
            t.HasKey(x => new { x.Municipality, x.CaseId, x.Rule, x.Path });
            t.HasOne<CaseRow>().WithMany().HasForeignKey(x => new { x.Municipality, x.CaseId }).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<DeletionReceipt>(t =>
        {
            t.ToTable("deletion_receipts");
            t.HasKey(x => new { x.Municipality, x.Id });
        });
        model.Entity<DeletedCourse>(t =>
        {
            t.ToTable("deleted_courses");
            t.HasKey(x => new { x.Municipality, x.CaseId });
        });
        model.Entity<DraftRow>(t =>
        {
            t.ToTable("drafts");
            t.HasKey(x => new { x.Municipality, x.PersonId, x.Path });
            t.HasOne<Person>().WithMany().HasForeignKey(x => x.PersonId).OnDelete(DeleteBehavior.Cascade);
            t.HasIndex(x => x.PersonId);
            t.HasIndex(x => x.SavedAt);
        });
        model.Entity<ImportRow>(t =>
        {
            t.ToTable("imports");
            t.HasKey(x => new { x.Municipality, x.Id });
            t.HasOne<EnrolmentRow>().WithMany().HasForeignKey(x => new { x.Municipality, x.Network }).OnDelete(DeleteBehavior.Cascade);
            t.HasIndex(x => new { x.Municipality, x.Network, x.CreatedAt });
            t.Property(x => x.Version).IsConcurrencyToken();
        });
        model.Entity<ImportedRow>(t =>
        {
            t.ToTable("import_rows");
            t.HasKey(x => new { x.Municipality, x.ImportId, x.Number });
            t.HasOne<ImportRow>().WithMany().HasForeignKey(x => new { x.Municipality, x.ImportId }).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<ImportMemory>(t =>
        {
            t.ToTable("import_memory");
            t.HasKey(x => x.Municipality);
        });
        model.Entity<DeliveryRow>(t =>
        {
            t.ToTable("deliveries");
            t.HasKey(x => new { x.Municipality, x.Network, x.Year });
            t.HasOne<EnrolmentRow>().WithMany().HasForeignKey(x => new { x.Municipality, x.Network }).OnDelete(DeleteBehavior.Cascade);
            t.Property(x => x.Version).IsConcurrencyToken();
        });
        model.Entity<DeliveryValueRow>(t =>
        {
            t.ToTable("delivery_values");
            t.HasKey(x => new { x.Municipality, x.Network, x.Year, x.Item });
            t.HasOne<DeliveryRow>().WithMany().HasForeignKey(x => new { x.Municipality, x.Network, x.Year }).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<PlanGoalRow>(t =>
        {
            t.ToTable("plan_goals");
            t.HasKey(x => new { x.Municipality, x.Id });
            t.HasOne<EnrolmentRow>().WithMany().HasForeignKey(x => new { x.Municipality, x.Network }).OnDelete(DeleteBehavior.Cascade);
            t.HasIndex(x => new { x.Municipality, x.Network, x.Position });
            t.Property(x => x.Version).IsConcurrencyToken();
        });
        model.Entity<PlanActionRow>(t =>
        {
            t.ToTable("plan_actions");
            t.HasKey(x => new { x.Municipality, x.Id });
            t.HasOne<PlanGoalRow>().WithMany().HasForeignKey(x => new { x.Municipality, x.GoalId }).OnDelete(DeleteBehavior.Cascade);
            t.HasIndex(x => new { x.Municipality, x.GoalId });
            t.Property(x => x.Version).IsConcurrencyToken();
        });
    }
}
