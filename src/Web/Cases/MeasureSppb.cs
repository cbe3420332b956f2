using System.Globalization;
using Mestring.Core.Measures;
using Mestring.Core.Networks;
using Mestring.Web.Access;
using Mestring.Web.Design;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mestring.Web.Cases;

/// <summary>The three tasks of SPPB by stopwatch, or by points where only they are known. The points are worked out here.</summary>
public static class MeasureSppb
{
    /// <summary>What a task that was not done sends, by points.</summary>
    internal const string NotDoneAtAll = "none";

    internal const string Timed = "timed";

    internal const string Unable = "unable";

    /// <summary>The course that gives a speed but no points.</summary>
    internal const string ShortCourse = "2.44";

    private const decimal FullHold = 10;
    private const decimal LongestTime = 300;

    internal static IReadOnlyList<string> Tasks { get; } = ["balance", "gait", "chair"];

    /// <summary>The lengths of the walk in metres, the usual one first.</summary>
    internal static IReadOnlyList<string> Courses { get; } = ["4", "3", ShortCourse];

    /// <summary>The positions of the balance task, easiest first.</summary>
    internal static IReadOnlyList<string> Stands { get; } = ["side-by-side", "semi-tandem", "tandem"];

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet($"{OpenMeasurement.Route}/sppb", ([AsParameters] CaseCall call, string point, string? by) => Sppb(point, by).Open(call)).ForCaseWorkers(Registration.FollowUps);
        app.MapPost($"{OpenMeasurement.Route}/sppb", ([AsParameters] CaseCall call, string point, string? by, IFormCollection posted) => Sppb(point, by).Save(call, posted)).ForCaseWorkers(Registration.FollowUps);
    }

    private static Screen Sppb(string point, string? by) => Screen.Of(
        point, Part.Sppb, item => item.StartsWith("sppb.", StringComparison.Ordinal), Read, (open, form) => Show(open, form, by), "course");

    private static Dictionary<string, string?> Read(OpenMeasurement open, Form form)
    {
        var typed = MeasurementItems.All.Where(i => i.Path.StartsWith("sppb.", StringComparison.Ordinal)).ToDictionary(i => i.Path, _ => (string?)null, StringComparer.Ordinal);
        if (form.Raw("walk") is null)
        {
            foreach (var task in Tasks)
            {
                typed[MeasurementItems.Sppb(task)] = string.Equals(form.Raw(task), NotDoneAtAll, StringComparison.Ordinal)
                    ? NotDone.Other
                    : form.Read<SppbPart>(task, open.Call.Texts["cases.sppb.missing"]).Points.ToString(CultureInfo.InvariantCulture);
            }

            return typed;
        }

        ReadBalance(form, open.Call.Texts, typed);
        ReadGait(form, open.Call.Texts, typed);
        ReadChair(form, open.Call.Texts, typed);
        return typed;
    }

    /// <summary>Who was timed in a harder position has held the easier ones for the full ten seconds.</summary>
    private static void ReadBalance(Form form, Texts texts, Dictionary<string, string?> typed)
    {
        if (form.OneOf("stood", [Timed, .. NotDone.Codes], texts["cases.sppb.stand.missing"]) is var why && NotDone.IsReason(why))
        {
            typed[MeasurementItems.Sppb("balance")] = why;
            return;
        }

        var stand = form.OneOf("stand", Stands, texts["cases.sppb.stand.missing"]);

        var seconds = Seconds(form, texts, "stand-time", FullHold);
        foreach (var easier in Stands.TakeWhile(s => !string.Equals(s, stand, StringComparison.Ordinal)))
        {
            typed[MeasurementItems.Sppb(easier)] = Text(FullHold);
        }

        if (seconds == FullHold && stand is not "tandem" && stand.Length > 0)
        {
            form.Refuse("stand-time", texts["cases.sppb.stand.go-on"]);
        }

        if (stand.Length > 0)
        {
            typed[MeasurementItems.Sppb(stand)] = Text(seconds);
        }
    }

    private static void ReadGait(Form form, Texts texts, Dictionary<string, string?> typed)
    {
        var walk = form.OneOf("walk", [Timed, Unable, .. NotDone.Codes], texts["cases.sppb.walk.missing"]);
        switch (walk)
        {
            case Timed:
                typed[MeasurementItems.Sppb("walk1")] = Text(Seconds(form, texts, "walk1", LongestTime));
                typed[MeasurementItems.Sppb("walk2")] = string.IsNullOrWhiteSpace(form.Raw("walk2")) ? null : Text(Seconds(form, texts, "walk2", LongestTime));
                var course = form.OneOf("course", Courses, texts["cases.sppb.course.missing"]);
                typed[MeasurementItems.Sppb("course")] = course;
                typed[MeasurementItems.Sppb("gait")] = course is ShortCourse && form.Raw("gait") is { Length: > 0 }
                    ? form.Read<SppbPart>("gait", texts["cases.sppb.missing"]).Points.ToString(CultureInfo.InvariantCulture)
                    : null;
                break;
            case Unable:
                typed[MeasurementItems.Sppb("walk1")] = Text(SppbTimes.Unable);
                break;
            default:
                typed[MeasurementItems.Sppb("gait")] = walk;
                break;
        }
    }

    private static void ReadChair(Form form, Texts texts, Dictionary<string, string?> typed)
    {
        var rise = form.OneOf("rise", [Timed, Unable, .. NotDone.Codes], texts["cases.sppb.rise.missing"]);
        switch (rise)
        {
            case Timed:
                typed[MeasurementItems.Sppb("chair-time")] = Text(Seconds(form, texts, "chair-time", LongestTime));
                break;
            case Unable:
                typed[MeasurementItems.Sppb("chair-time")] = Text(SppbTimes.Unable);
                break;
            default:
                typed[MeasurementItems.Sppb("chair")] = rise;
                break;
        }
    }

    private static decimal? Seconds(Form form, Texts texts, string field, decimal longest)
    {
        if (string.IsNullOrWhiteSpace(form.Raw(field)))
        {
            form.Refuse(field, texts["cases.sppb.time.missing"]);
        }

        var wrong = texts["cases.sppb.time.wrong", form.Raw(field), texts.Number((long)longest)];
        var seconds = form.Number(field, 0, longest, wrong) is { } read ? WrittenNumber.HalfUp(read, 2) : (decimal?)null;
        if (seconds == 0 && longest > FullHold)
        {
            form.Refuse(field, wrong);
        }

        return seconds;
    }

    private static string? Text(decimal? seconds) => seconds?.ToString("0.##", CultureInfo.InvariantCulture);

    private static RazorComponentResult Show(OpenMeasurement open, Form form, string? by)
    {
        var times = MeasurementAnswers.Times(open.Answers);
        var hasPoints = times is { SideBySide: null, Walk1: null, Walk2: null, FiveChairStands: null } && Tasks.Any(t => open.Answers.TryGetValue(MeasurementItems.Sppb(t), out var value) && !NotDone.IsReason(value));
        var head = open.Head(Part.Sppb, Sppb(open.Point.Name(), null).Seen(open.Case));
        var speed = open.AtStart?.Status is MeasurementStatus.Done ? open.AtStart.GaitSpeed : null;
        var start = (int?)(open.AtStart?.Status is MeasurementStatus.Done ? open.AtStart.Sppb.Total?.Points : null);
        var stored = open.Case.Outcome.At(open.Point)?.Sppb ?? default;
        var isByPoints = form.IsPosted ? form.Raw("walk") is null : by is "points" || (hasPoints && by is not "times");
        return MeasureSppbPage.Show(new View(form, head, stored, times, open.Answers, open.IsAnswered(Part.Sppb), start, speed, isByPoints, open.AddressOf(Part.Sppb)), form.Status);
    }

    public sealed record View(
        Form Form, PartHead Head, SppbParts Stored, SppbTimes Times, IReadOnlyDictionary<string, string> Answers, bool IsAnswered, int? AtStart, double? SpeedAtStart, bool ByPoints, string Address)
    {
        /// <summary>The stored answer of a task as the form by points sends it; null when nobody has answered.</summary>
        public string? Chosen(string task) => Points(task) is { } points ? points.ToString(CultureInfo.InvariantCulture) : IsAnswered ? NotDoneAtAll : null;

        /// <summary>The stored points of a task; null when it was not done or not answered.</summary>
        public int? Points(string task) => (task switch { "balance" => Stored.Balance, "gait" => Stored.Gait, _ => Stored.Chair })?.Points;

        /// <summary>The length of the walk in metres; the usual one before it is known.</summary>
        public string Course => Answers.GetValueOrDefault(MeasurementItems.Sppb("course")) ?? Courses[0];

        /// <summary>The points of a walk that was given points besides its time.</summary>
        public string? GaitPoints => Times.BestWalk is not null && Answers.GetValueOrDefault(MeasurementItems.Sppb("gait")) is { } points && !NotDone.IsReason(points) ? points : null;

        /// <summary>The position that was timed last, or why none was.</summary>
        public string? Stand => Stands.LastOrDefault(s => Answers.ContainsKey(MeasurementItems.Sppb(s)));

        public decimal? StandTime => Stand switch { "tandem" => Times.Tandem, "semi-tandem" => Times.SemiTandem, "side-by-side" => Times.SideBySide, _ => null };

        public string? Walk => Times.Walk1 is { } time ? time == SppbTimes.Unable ? Unable : Timed : Reason("gait");

        public string? Rise => Times.FiveChairStands is { } time ? time == SppbTimes.Unable ? Unable : Timed : Reason("chair");

        /// <summary>Why a task was not done; null when it was, or nobody said.</summary>
        public string? Reason(string task) => Answers.TryGetValue(MeasurementItems.Sppb(task), out var value) && NotDone.IsReason(value) ? value : null;
    }
}
