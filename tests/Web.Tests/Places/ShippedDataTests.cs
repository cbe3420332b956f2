using Mestring.Web.Places;
using Mestring.Web.Storage;
using Microsoft.Extensions.Configuration;

namespace Mestring.Web.Tests.Places;

public sealed class ShippedDataTests
{
    [Fact]
    public void The_executable_carries_the_municipalities_and_their_changes()
    {
        Assert.Equal(357, ShippedPlaces.Municipalities().Count);
        Assert.Equal(438, ShippedPlaces.Changes().Count);
    }

    [Fact]
    public void The_programmes_stand_beside_the_executable()
    {
        var programmes = Programmes.Read(new ConfigurationBuilder().Build());

        Assert.Equal("hverdagsrehabilitering utviklingshemming", string.Join(' ', programmes.All.Select(p => p.Id)));
    }

    [Theory]
    [InlineData("""{"id":"mitt"}""", "cannot be read.")]
    [InlineData("<html>", "line 1")]
    public void A_programme_that_cannot_be_read_stops_the_start_with_its_name(string text, string told)
    {
        var folder = Directory.CreateTempSubdirectory("mestring-programmes").FullName;
        File.WriteAllText(Path.Combine(folder, "mitt.json"), text);
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal) { ["Programmes:Folder"] = folder }).Build();

        var fault = Assert.Throws<SettingsException>(() => Programmes.Read(settings));

        Assert.Contains("mitt.json", fault.Message, StringComparison.Ordinal);
        Assert.Contains(told, fault.Message, StringComparison.Ordinal);
    }
}
