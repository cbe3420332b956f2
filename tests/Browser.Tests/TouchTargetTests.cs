using Microsoft.Playwright;

namespace Mestring.Browser.Tests;

/// <summary>On a phone everything one presses on the screens of a course is at least 44 by 44 CSS pixels, so that a thumb in a hurry hits it.</summary>
[Collection(SiteCollection.Name)]
public sealed class TouchTargetTests(Site site)
{
    /// <summary>
    /// Each target that is too small, in words. A box or circle is hit by its label too, so both count together. A link inside running text
    /// is left out: it follows the line (WCAG 2.2, 2.5.8, "inline"). So is what is only there for the keyboard or a screen reader.
    /// </summary>
    private const string TooSmall = """
        () => {
          const small = [];
          document.querySelectorAll('details').forEach(d => d.open = true);
          const box = e => e.getBoundingClientRect();
          const union = (a, b) => ({ width: Math.max(a.right, b.right) - Math.min(a.left, b.left), height: Math.max(a.bottom, b.bottom) - Math.min(a.top, b.top) });
          const inText = a => a.tagName === 'A' && getComputedStyle(a).display === 'inline' && [...a.parentElement.childNodes].some(n => n.nodeType === 3 && n.textContent.trim().length > 1);
          for (const e of document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')) {
            if (!e.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) || inText(e)) continue;
            const own = box(e);
            if (own.width < 2 || own.height < 2 || own.bottom < 0) continue;
            const label = ['radio', 'checkbox'].includes(e.type) ? e.labels[0] : null;
            const size = label ? union(own, box(label)) : own;
            if (Math.round(size.width) < 44 || Math.round(size.height) < 44)
              small.push(`${e.tagName.toLowerCase()} "${(e.innerText || e.name || e.id).trim().slice(0, 40)}" is ${Math.round(size.width)} x ${Math.round(size.height)}`);
          }
          return small;
        }
        """;

    [SkippableFact]
    public async Task Everything_to_press_on_the_screens_of_a_course_is_large_enough_for_a_thumb()
    {
        Skip.If(Site.Missing is not null, Site.Missing);
        var phone = await site.OpenAs("Kari Eksempel", 390, 844);
        var found = new List<string>();
        foreach (var path in await Paths.Course(site))
        {
            await phone.GotoAsync(path);
            found.AddRange((await phone.EvaluateAsync<string[]>(TooSmall)).Select(small => $"{path[(path.LastIndexOf("/cases", StringComparison.Ordinal) + 6)..]}: {small}"));
        }

        Assert.True(found.Count == 0, string.Join('\n', found));
    }
}
