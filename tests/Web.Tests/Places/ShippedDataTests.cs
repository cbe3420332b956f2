using Mestring.Core.Networks;
using Mestring.Web.Places;

namespace Mestring.Web.Tests.Places;

public sealed class ShippedDataTests
{
    [Fact]
    public void The_executable_carries_the_municipalities_and_their_changes()
    {
        Assert.Equal(357, ShippedPlaces.Municipalities().Count);
        Assert.Equal(438, ShippedPlaces.Changes().Count);
    }

    [Theory]
    [InlineData("hverdagsrehabilitering")]
    [InlineData("utviklingshemming")]
    public void The_executable_carries_the_programmes(string id)
    {
        using var reader = new StreamReader(typeof(ShippedPlaces).Assembly.GetManifestResourceStream($"programmes/{id}.json")!);

        Assert.Equal(id, ProgrammeJson.ReadProgramme(reader.ReadToEnd()).Id);
    }
}
