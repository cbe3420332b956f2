using Mestring.Core.Measures;
using Mestring.Formats.Csv;

namespace Mestring.Web.Analysis;

/// <summary><c>analyse score sppb</c>: from the stopwatch to points.</summary>
internal static class SppbScoring
{
    public static Answer Run(CsvTable table, bool emptyIsUnable)
    {
        InputColumn id = new(table, "id"), side = new(table, "side"), semi = new(table, "semi"), tandem = new(table, "tandem");
        InputColumn walk1 = new(table, "walk1"), walk2 = new(table, "walk2"), course = new(table, "course_m"), chair = new(table, "chair5");
        decimal? unable = emptyIsUnable ? SppbTimes.Unable : null;
        return new Answer().List("rows", table.Rows.Select(row =>
        {
            var times = new SppbTimes(
                Held(side, row) ?? unable,
                Held(semi, row) ?? unable,
                Held(tandem, row) ?? unable,
                Timed(walk1, row) ?? unable,
                Timed(walk2, row) ?? unable,
                null,
                Timed(chair, row) ?? unable);
            times = times with { Course = Course(course, row, times.BestWalk is not null) };
            var parts = times.Score();
            return new Answer()
                .Text("id", id.Text(row))
                .Count("balance", parts.Balance?.Points)
                .Count("gait", parts.Gait?.Points)
                .Count("chair", parts.Chair?.Points)
                .Count("total", parts.Total?.Points)
                .Number("best_walk_s", (double?)times.BestWalk)
                .Number("gait_speed_m_s", times.GaitSpeed)
                .Because(parts.Total is null ? "incomplete" : null);
        }));
    }

    private static decimal? Held(InputColumn column, CsvRow row) => column.Number(row) is null ? null
        : column.Exact(row) is >= 0 and var seconds ? seconds
        : throw column.Refuse(row, "is not a time.", "Write the seconds held, 0 if the person could not hold the position at all.");

    private static decimal? Timed(InputColumn column, CsvRow row) => column.Number(row) is null ? null
        : column.Exact(row) is >= 0.005m and var seconds ? seconds
        : throw column.Refuse(row, "is not a time.", "Write seconds above 0, or leave the field empty when the person did not do it.");

    private static SppbCourse? Course(InputColumn column, CsvRow row, bool needed) => column.Exact(row) switch
    {
        3 => SppbCourse.ThreeMetres,
        4 => SppbCourse.FourMetres,
        null when !needed && column.Number(row) is null => null,
        null => throw column.Refuse(row, "is missing beside a timed walk.", "Write 3 or 4 metres."),
        _ => throw column.Refuse(row, "is not a course with points of its own.", "Points exist for 3 and 4 metres; other lengths are not converted."),
    };
}
