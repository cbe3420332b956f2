namespace Mestring.Core.Tests;

public sealed class EmailAddressTests
{
    [Theory]
    [InlineData("Kari.Nordmann@Eksempel.kommune.no", "kari.nordmann@eksempel.kommune.no")]
    [InlineData("  kari@example.no\t", "kari@example.no")]
    [InlineData("\u200bkari@exam\u00adple.no\u200f", "kari@example.no")]
    [InlineData("kari＠example．no", "kari@example.no")]
    [InlineData("post@bø.kommune.no", "post@xn--b-5ga.kommune.no")]
    [InlineData("kari+mestring@example.no", "kari+mestring@example.no")]
    [InlineData("o'neill_2@example.co.uk", "o'neill_2@example.co.uk")]
    public void One_plain_address_is_read_as_mail_servers_write_it(string typed, string wanted)
    {
        Assert.Null(EmailAddress.Read(typed, out var address));
        Assert.Equal(wanted, address.Text);
        Assert.True(EmailAddress.TryParse(typed, null, out var same));
        Assert.Equal(address, same);
        Assert.Equal(wanted, EmailAddress.Parse(wanted, null).ToString());
    }

    [Theory]
    [InlineData("", EmailFault.Form)]
    [InlineData("kari", EmailFault.Form)]
    [InlineData("@example.no", EmailFault.Form)]
    [InlineData("kari@", EmailFault.Form)]
    [InlineData("a@example.no, b@example.no", EmailFault.Several)]
    [InlineData("a@example.no;b@example.no", EmailFault.Several)]
    [InlineData("a@example.no b@example.no", EmailFault.Several)]
    [InlineData("a@b@example.no", EmailFault.Several)]
    [InlineData("Kari <kari@example.no>", EmailFault.Name)]
    [InlineData("<kari@example.no>", EmailFault.Name)]
    [InlineData("\"kari nordmann\"@example.no", EmailFault.Name)]
    [InlineData("kari@example.no (Kari)", EmailFault.Name)]
    [InlineData("kari nordmann@example.no", EmailFault.Sign)]
    [InlineData("kåre@example.no", EmailFault.Sign)]
    [InlineData(".kari@example.no", EmailFault.Sign)]
    [InlineData("ka..ri@example.no", EmailFault.Sign)]
    [InlineData("kari.@example.no", EmailFault.Sign)]
    [InlineData("\ud800kari@example.no", EmailFault.Sign)]
    [InlineData("kari@localhost", EmailFault.Domain)]
    [InlineData("kari@server.localhost", EmailFault.Domain)]
    [InlineData("kari@example.invalid", EmailFault.Domain)]
    [InlineData("kari@kommune", EmailFault.Domain)]
    [InlineData("kari@example..no", EmailFault.Domain)]
    [InlineData("kari@-example.no", EmailFault.Domain)]
    [InlineData("kari@example.no.", EmailFault.Domain)]
    [InlineData("kari@127.0.0.1", EmailFault.Domain)]
    [InlineData("kari@[127.0.0.1]", EmailFault.Domain)]
    [InlineData("kari@exa_mple.no", EmailFault.Domain)]
    public void Anything_else_is_refused_with_the_reason(string typed, EmailFault wanted)
    {
        Assert.Equal(wanted, EmailAddress.Read(typed, out var address));
        Assert.Equal(string.Empty, address.Text);
        Assert.False(EmailAddress.TryParse(typed, null, out _));
        Assert.Throws<FormatException>(() => EmailAddress.Parse(typed, null));
    }

    [Fact]
    public void An_address_has_64_signs_before_the_at_and_254_in_all()
    {
        Assert.Null(EmailAddress.Read($"{new string('a', 64)}@example.no", out _));
        Assert.Equal(EmailFault.Length, EmailAddress.Read($"{new string('a', 65)}@example.no", out _));
        Assert.Equal(EmailFault.Length, EmailAddress.Read($"a@{string.Concat(Enumerable.Repeat("eksempel.", 40))}no", out _));
        Assert.NotNull(EmailAddress.Read(new string('a', 5_000_000), out _));
    }
}
