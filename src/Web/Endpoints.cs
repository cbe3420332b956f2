using Mestring.Web.Access;
using Mestring.Web.Cases;
using Mestring.Web.Comparison;
using Mestring.Web.Deliveries;
using Mestring.Web.FollowUps;
using Mestring.Web.Gatherings;
using Mestring.Web.Imports;
using Mestring.Web.Networks;
using Mestring.Web.Plans;
using Mestring.Web.Quality;
using Mestring.Web.Retention;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace Mestring.Web;

/// <summary>Every endpoint, room by room.</summary>
internal static class Endpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        NetworkList.Map(app);
        Invitation.Map(app);
        Enrol.Map(app);
        Receipt.Map(app);
        Statements.Map(app);
        QueryGuard.Map(app);
        SignIn.Map(app);
        ChoosePassword.Map(app);
        SecondFactor.Map(app);
        ChooseLanguage.Map(app);
        Account.Map(app);
        People.Map(app);
        KeepDraft.Map(app);
        Typed.Map(app);
        DeliveryYears.Map(app);
        EnterDelivery.Map(app);
        HandOver.Map(app);
        ShowPlan.Map(app);
        EditPlanGoal.Map(app);
        EditMeasure.Map(app);
        MoveMeasure.Map(app);
        Desk.Map(app);
        NetworkDesk.Map(app);
        DecideNetwork.Map(app);
        EditNetwork.Map(app);
        PreviewNetwork.Map(app);
        ShowEnrolment.Map(app);
        DecideEnrolment.Map(app);
        GatheringDesk.Map(app);
        WriteToMembers.Map(app);
        AssignmentDesk.Map(app);
        Home.Map(app);
        Log.Map(app);
        Assignments.Map(app);
        HandIn.Map(app);
        ShowResults.Map(app);
        FetchReport.Map(app);
        FollowUpList.Map(app);
        CalendarFeed.Map(app);
        Prices.Map(app);
        Intake.Map(app);
        StartImport.Map(app);
        MapColumns.Map(app);
        ShowImport.Map(app);
        CorrectRows.Map(app);
        DecideImport.Map(app);
        RefusedRows.Map(app);
        ExportCases.Map(app);
        RegisterQuality.Map(app);
        CaseQuality.Map(app);
        CaseQueries.Map(app);
        DeleteCase.Map(app);
        ShowReceipt.Map(app);
        KeptCourses.Map(app);
        CaseReads.Map(app);
        ListCases.Map(app);
        BeginCase.Map(app);
        StartCase.Map(app);
        ShowCase.Map(app);
        CaseGoals.Map(app);
        EditCase.Map(app);
        EndCase.Map(app);
        LaterSetting.Map(app);
        Decisions.Map(app);
        Work.Map(app);
        History.Map(app);
        ChooseInstruments.Map(app);
        MeasureStatus.Map(app);
        MeasureGoals.Map(app);
        MeasureSppb.Map(app);
        MeasureNumbers.Map(app);
        MeasureService.Map(app);
        MeasureHours.Map(app);
        MeasureSummary.Map(app);
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).ForEveryone();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = c => c.Tags.Contains("ready") }).ForEveryone();
    }
}
