using Mestring.Web.Access;

namespace Mestring.Web.Tests.Access;

public sealed class TotpTests
{
    /// <summary>"12345678901234567890" in base 32, the key of RFC 4226 appendix D and RFC 6238 appendix B.</summary>
    private const string Key = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    [Theory]
    [InlineData(0, "755224")] // RFC 4226 appendix D
    [InlineData(1, "287082")] // also RFC 6238 appendix B, 59 seconds
    [InlineData(9, "520489")]
    [InlineData(1111111109 / 30, "081804")] // RFC 6238 appendix B, last six of eight digits
    [InlineData(20000000000 / 30, "353130")]
    public void The_codes_are_those_of_the_standards(long step, string code) => Assert.Equal(code, Totp.Code(Key, step));

    [Fact]
    public void A_code_is_right_one_step_early_or_late_and_only_once()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1111111109);
        var step = 1111111109 / 30;

        Assert.Equal(step, Totp.Step(Key, "081 804", now, lastUsed: 0));
        Assert.Equal(step, Totp.Step(Key, "081804", now.AddSeconds(30), lastUsed: 0));
        Assert.Null(Totp.Step(Key, "081804", now.AddSeconds(90), lastUsed: 0));
        Assert.Null(Totp.Step(Key, "081804", now, lastUsed: step));
        Assert.Null(Totp.Step(Key, "", now, lastUsed: 0));
    }

    [Fact]
    public void A_new_secret_is_160_random_bits_in_base_32()
    {
        var secrets = Enumerable.Range(0, 100).Select(_ => Totp.NewSecret()).ToList();

        Assert.Equal(100, secrets.Distinct(StringComparer.Ordinal).Count());
        Assert.All(secrets, s => Assert.Matches("^[A-Z2-7]{32}$", s));
        Assert.All(secrets, s => Assert.Matches("^[0-9]{6}$", Totp.Code(s, 1)));
    }
}
