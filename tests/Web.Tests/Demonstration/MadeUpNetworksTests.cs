using Mestring.Core.Measures;
using Mestring.Core.Networks;
using Mestring.Web.Demonstration;
using Mestring.Web.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mestring.Web.Tests.Demonstration;

public sealed class MadeUpNetworksTests : IDisposable
{
    private readonly App _app = new();

    [Fact]
    public async Task Each_programme_has_a_run_to_enrol_in_and_one_under_way_with_its_members()
    {
        await Fill();

        var networks = await _app.Database(db => db.Networks.AsNoTracking().Where(n => n.Demonstration).ToListAsync());
        Assert.Equal(2, networks.Count(n => n.State is NetworkState.Open && n.Deadline > DateOnly.FromDateTime(App.Start.DateTime)));
        Assert.Equal([8, 10], await Members(networks.Where(n => n.State is NetworkState.Running)));
    }

    [Fact]
    public async Task About_four_hundred_courses_have_follow_ups_done_missing_and_not_yet_due()
    {
        await Fill();

        var today = DateOnly.FromDateTime(App.Start.DateTime);
        var (slug, windows) = await _app.Database(async db =>
        {
            var row = await db.Networks.SingleAsync(n => n.Demonstration && n.State == NetworkState.Running && n.Programme == "hverdagsrehabilitering");
            return (row.Slug, row.Read().Programme.Windows);
        });
        var cases = await _app.Database(db => CaseOutcomes.OfWholeNetwork(db, slug, CancellationToken.None));
        var states = windows.Where(w => w.Point is not MeasurementPoint.Start)
            .SelectMany(w => cases.Select(c => (w.Point, c.State(w.In(c.StartedOn), today))))
            .ToHashSet();

        Assert.InRange(cases.Count, 390, 410);
        Assert.All(cases, c => Assert.NotNull(c.At(MeasurementPoint.Start)));
        foreach (var point in new[] { MeasurementPoint.Weeks10, MeasurementPoint.Months6, MeasurementPoint.Months12 })
        {
            Assert.Contains((point, PointState.Done), states);
            Assert.Contains((point, PointState.NotYetDue), states);
            Assert.Contains((point, PointState.NoLongerDue), states);
        }
    }

    [Fact]
    public async Task Filling_twice_changes_nothing_and_a_reset_makes_the_same_again_for_today()
    {
        await Fill();
        var first = await Counts();
        await Fill();
        Assert.Equal(first, await Counts());

        _app.Clock.Pass(TimeSpan.FromDays(400));
        await WithServices(s => MadeUpNetworks.Reset(s.GetRequiredService<MestringDb>(), s.GetRequiredService<Programmes>(), _app.Clock, CancellationToken.None));
        var (networks, cases, people) = await Counts();
        Assert.Equal((first.Networks, first.Cases, first.People), (networks, cases, people));
        Assert.Equal(2, await _app.Database(db => db.Networks.CountAsync(n => n.State == NetworkState.Open && n.Deadline > DateOnly.FromDateTime(_app.Clock.GetUtcNow().DateTime))));
    }

    public void Dispose() => _app.Dispose();

    private Task Fill() => WithServices(s => MadeUpNetworks.Fill(s.GetRequiredService<MestringDb>(), s.GetRequiredService<Programmes>(), _app.Clock, CancellationToken.None));

    private async Task WithServices(Func<IServiceProvider, Task> act)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        await act(scope.ServiceProvider);
    }

    private async Task<List<int>> Members(IEnumerable<NetworkRow> networks)
    {
        var slugs = networks.Select(n => n.Slug).ToList();
        return await _app.Database(db => db.Enrolments.IgnoreQueryFilters([MestringDb.TenantFilter])
            .Where(e => slugs.Contains(e.Network) && e.State == EnrolmentState.Confirmed).GroupBy(e => e.Network).Select(g => g.Count()).OrderBy(n => n).ToListAsync());
    }

    private async Task<(int Networks, int Cases, int People)> Counts() => (
        await _app.Database(db => db.Networks.CountAsync(n => n.Demonstration)),
        await _app.Database(db => db.Cases.IgnoreQueryFilters([MestringDb.TenantFilter]).CountAsync()),
        await _app.Database(db => db.Persons.CountAsync(p => p.Demonstration)));
}
