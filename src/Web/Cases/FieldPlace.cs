using System.Globalization;
using Mestring.Core.Measures;
using Mestring.Web.Design;

namespace Mestring.Web.Cases;

/// <summary>Where a field of a course is asked: the page, behind the address of the course, and the field on it.</summary>
internal static class FieldPlace
{
    /// <param name="path">A field of a course, or the first part of the paths of a measurement.</param>
    public static (string Page, string Field) Of(string path) => CaseFields.Find(path) switch
    {
        { Point: { } point } field => Measured(point, field.Item),
        { Goal: { } goal, Item: var item } => ("goals", string.Create(CultureInfo.InvariantCulture, $"{item}{goal}")),
        { Name: "instrument" } => ("goals", "instrument"),
        { Name: "copm-licence" } => ("goals", "licence"),
        { Name: "end-reason" } => ("end", "reason"),
        { Name: "ended-on" or "setting" } => ("end", path),
        { Name: "setting-91-days" or "setting-12-months" } => ("setting", path),
        { Name: "new-user" } => ("edit", "user"),
        { Name: var name, Item: var item } when name.StartsWith("grant.", StringComparison.Ordinal) => ($"grants/{path.Split('.')[1]}", item),
        { Name: var name, Item: var item } when name.StartsWith("input.", StringComparison.Ordinal) => ($"work?week={path.Split('.')[1]}&profession={path.Split('.')[2]}", item),
        null => Enum.GetValues<MeasurementPoint>().Where(p => string.Equals(p.Name(), path.Split('.')[0], StringComparison.Ordinal)).Select(p => ($"measurements/{p.Name()}/summary", "content")).FirstOrDefault(("edit", "content")),
        _ => ("edit", path),
    };

    /// <summary>A link to where a finding can be put right.</summary>
    public static Crumb Link(this Texts texts, RuleFinding finding, string course)
    {
        var (page, field) = Of(finding.Path);
        return new Crumb(texts.Finding(finding), $"{course}/{page}#{field}");
    }

    private static (string Page, string Field) Measured(MeasurementPoint point, string item)
    {
        var (part, field) = item.Split('.') switch
        {
            [MeasurementItems.Status or MeasurementItems.On] => (Part.Status, item),
            [var goal, "attainment"] => (Part.Attainment, $"{goal}-attainment"),
            [['g', 'o', 'a', 'l', .. var number], var scale] => (Part.Goals, $"{scale}{number}"),
            ["sppb", "side-by-side" or "semi-tandem" or "tandem"] => (Part.Sppb, "stand-time"),
            ["sppb", var task] => (Part.Sppb, task),
            [MeasurementItems.Tug, ..] => (Part.Tug, MeasureNumbers.Field(item)),
            ["barthel", ..] => (Part.Barthel, MeasureNumbers.Field(item)),
            [MeasurementItems.HealthLine] => (Part.Health, item),
            ["who5", ..] => (Part.Wellbeing, MeasureNumbers.Field(item)),
            [MeasurementItems.Satisfaction, "by"] => (Part.Service, "by"),
            [MeasurementItems.Satisfaction, var number] => (Part.Service, $"service{number}"),
            [MeasurementItems.Satisfaction] => (Part.Service, "service"),
            _ => (Part.Summary, "content"),
        };
        return ($"measurements/{point.Name()}/{part.Name()}", field);
    }
}
