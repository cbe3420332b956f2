using Mestring.Core.Measures;
using Mestring.Web.Storage;
using Mestring.Web.Tests.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mestring.Web.Tests.Storage;

public sealed class OlderOutcomesTests
{
    [Fact]
    public async Task Values_packed_by_an_earlier_version_are_packed_anew_from_the_courses_own_rows()
    {
        using var world = await CaseWorld.New();
        await world.Start();
        await world.Start("E-0148");
        var before = await Packed(world);
        await world.App.Database(CaseWorld.Own, db => db.Cases.Where(c => c.Pseudonym == "E-0148").ExecuteUpdateAsync(c => c.SetProperty(x => x.Outcome, [1, 2, 3])));

        Assert.Equal(1, await Renew(world));

        Assert.Equal(before, await Packed(world));
        Assert.All(before, bytes => Assert.True(CaseOutcomeCodec.IsCurrent(bytes)));
        Assert.Equal(0, await Renew(world));
    }

    [Fact]
    public async Task What_a_course_waits_for_is_made_anew_with_it()
    {
        using var world = await CaseWorld.New();
        await world.Start();
        await world.App.Database(CaseWorld.Own, db => db.Cases.ExecuteUpdateAsync(c => c.SetProperty(x => x.Setting91Days, Setting.Died).SetProperty(x => x.Outcome, [2])));

        await Renew(world);

        Assert.Equal(
            [MeasurementPoint.Start, MeasurementPoint.Weeks10],
            await world.App.Database(CaseWorld.Own, db => db.FollowUps.OrderBy(f => f.Point).Select(f => f.Point).ToListAsync()));
    }

    private static async Task<int> Renew(CaseWorld world)
    {
        await using var scope = world.App.Services.CreateAsyncScope();
        return await OlderOutcomes.Renew(scope.ServiceProvider.GetRequiredService<MestringDb>(), scope.ServiceProvider.GetRequiredService<Tenant>(), CancellationToken.None);
    }

    private static Task<List<byte[]>> Packed(CaseWorld world) =>
        world.App.Database(CaseWorld.Own, db => db.Cases.AsNoTracking().OrderBy(c => c.Pseudonym).Select(c => c.Outcome).ToListAsync());
}
