using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Mestring.Web.Access;

/// <summary>Time-based one-time passwords: six digits, thirty seconds, HMAC-SHA1, as authenticator apps expect.</summary>
/// <remarks>RFC 6238 and RFC 4226, tested against the vectors of both. Base32 by RFC 4648.</remarks>
internal static class Totp
{
    private const int StepSeconds = 30;

    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>160 random bits in base 32, as they are typed into an app.</summary>
    public static string NewSecret()
    {
        var bytes = RandomNumberGenerator.GetBytes(20);
        return string.Create(32, bytes, static (text, bytes) =>
        {
            for (var i = 0; i < text.Length; i++)
            {
                var bit = i * 5;
                var window = (bytes[bit / 8] << 8) | (bit / 8 + 1 < bytes.Length ? bytes[(bit / 8) + 1] : 0);
                text[i] = Alphabet[(window >> (11 - (bit % 8))) & 31];
            }
        });
    }

    /// <summary>The step in which the code is right (this one, or one before or after), if it comes after the last one used; else null.</summary>
    public static long? Step(string secret, string code, DateTimeOffset now, long lastUsed)
    {
        var current = now.ToUnixTimeSeconds() / StepSeconds;
        for (var step = current - 1; step <= current + 1; step++)
        {
            if (step > lastUsed && CryptographicOperations.FixedTimeEquals(Digits(Code(secret, step)), Digits(code)))
            {
                return step;
            }
        }

        return null;
    }

    /// <summary>The code of a step.</summary>
    public static string Code(string secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // RFC 6238: the apps people have compute HMAC-SHA1, which is not weakened by collisions.
        var hash = HMACSHA1.HashData(FromBase32(secret), counter);
#pragma warning restore CA5350
        var offset = hash[^1] & 15;
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(offset)) & int.MaxValue;
        return (number % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }

    private static byte[] Digits(string code) => [.. code.Where(char.IsAsciiDigit).Select(c => (byte)c)];

    private static byte[] FromBase32(string text)
    {
        var bytes = new byte[text.Length * 5 / 8];
        int buffer = 0, bits = 0, count = 0;
        foreach (var c in text)
        {
            buffer = (buffer << 5) | Alphabet.IndexOf(c, StringComparison.Ordinal);
            bits += 5;
            if (bits >= 8)
            {
                bits -= 8;
                bytes[count++] = (byte)(buffer >> bits);
            }
        }

        return bytes;
    }
}
