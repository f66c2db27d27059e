// SPDX-License-Identifier: GPL-2.0-only
using Verification.Museum;
using Verification.Spec;
using Xunit;

namespace Verification.Properties;

/// <summary>A piece of one function of a C file is found by its tokens, and replaced.</summary>
public sealed class ChangesOfC
{
    const string Text = """
        /* take(box) { x } */
        struct box { int n; char *name; };
        int take(struct box *box, int n);

        #define for_each(i) for (i = 0; i < 3; i++)

        static int fill(struct box *box)
        {
        	char *text = "take(box, 7); }"; // take(box, 8);
        	if (box && (box->n > 1)) {
        		return take(box,
        			    box->n /* all */ + 1);
        	}
        	return '}' + take(box, 0);
        }

        int __must take(struct box *box, int n) __acquires(box->lock) __cold
        {
        	int i;

        	for_each(i) { box->n -= n; }
        	return box->n;
        }

        #ifdef EMPTY
        void *make_noprof(int size) { return 0; }
        #else
        void *make_noprof(int size)
        {
        	return alloc(size, f(1, 2), HARD | SOFT);
        }
        #endif
        """;

    [Theory]
    [InlineData("take", "box->n -= n;", "box->n -= n;", ";")]
    [InlineData("take", "return @->n;", "return box->n;", "return box->n++;")]
    [InlineData("fill", "box->n + 1", "box->n /* all */ + 1", "3")]
    [InlineData("fill", "take(box, box", "take(box,\n\t\t\t    box", "take(0")]
    [InlineData("fill", "'}' +", "'}' +", "")]
    [InlineData("make", "alloc(…, HARD | SOFT)", "alloc(size, f(1, 2), HARD | SOFT)", "give()")]
    public void Leave_the_rest_as_it_was(string function, string old, string was, string now) =>
        Assert.Equal(Text.Replace(was, now), Changed(new(function, old, now)));

    [Theory]
    [InlineData("alloc(…, HARD | SOFT);", "…", "size, f(1, 2)")]
    [InlineData("return alloc …;", "…", "(size, f(1, 2), HARD | SOFT)")]
    [InlineData("f(…)", "(…)", "(1, 2)")]
    [InlineData("@(1, …)", "@ …", "f 2")]
    public void Tell_what_the_signs_stand_for(string old, string asked, string told) =>
        Assert.Equal(
            Changed(new("make", old, told)), Changed(new("make", old, asked)));

    [Theory]
    [InlineData("nowhere", "x", "there is no function nowhere")]
    [InlineData("for_each", "x", "there is no function for_each")]
    [InlineData("alloc", "x", "there is no function alloc")]
    [InlineData("fill", "take(box, 7)", "fill has no 'take(box, 7)'")]
    [InlineData("fill", "take(box, 8)", "fill has no 'take(box, 8)'")]
    [InlineData("fill", "ake(box, 0)", "fill has no 'ake(box, 0)'")]
    [InlineData("fill", "take(box,", "fill has 'take(box,' 2 times")]
    [InlineData("take", "@->n -= @;", "take has no '@->n -= @;'")]
    [InlineData("take", "i; … return", "take has no 'i; … return'")]
    public void Say_why_they_do_not_fit(string function, string old, string why)
    {
        Assert.Equal(Text, new CChange(function, old, "new").Apply(Text, out string? problem));
        Assert.Equal(why, problem);
    }

    [Fact]
    public void Are_made_in_the_first_way_that_fits_whole()
    {
        KernelExhibit exhibit = Exhibit(
            [new("fill", "return take", "return"), new("fill", "gone", "")],
            [new("take", "box->n -= n;", ";"), new("take", "int i;", "long i;")],
            [new("take", "box->n -= n;", "never")]);

        Assert.Equal(
            Text.Replace("box->n -= n;", ";").Replace("int i;", "long i;"),
            exhibit.PlantedIn(Text));
    }

    [Fact]
    public void Are_named_when_no_way_fits()
    {
        KernelExhibit exhibit = Exhibit(
            [new("fill", "gone", "")], [new("lost", "x", "y")]);

        Assert.Equal(
            "exhibit K00: fill has no 'gone'; there is no function lost",
            Assert.Throws<PlantingException>(() => exhibit.PlantedIn(Text)).Message);
    }

    static KernelExhibit Exhibit(params CChange[][] plant) => new()
    {
        Id = "K00",
        Title = "for a test",
        Story = "For a test.",
        Plant = plant,
        Breaks = [FailureLaws.NoCallEndsInABug],
    };

    static string Changed(CChange change)
    {
        string text = change.Apply(Text, out string? problem);
        Assert.Null(problem);
        return text;
    }
}
