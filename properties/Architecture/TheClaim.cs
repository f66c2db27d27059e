// SPDX-License-Identifier: GPL-2.0-only
using System.Reflection;
using Verification.Spec;
using Xunit;

namespace Verification.Properties;

/// <summary>Claim.cs lists all laws there are, each once, each with a name of its own.</summary>
public sealed class TheClaim
{
    const int MostLawsInAFile = 12;

    static readonly PropertyInfo[] written =
    [
        .. from type in typeof(Law).Assembly.GetTypes()
           from property in type.GetProperties(BindingFlags.Static | BindingFlags.Public)
           where property.PropertyType.IsAssignableTo(typeof(Law))
           select property,
    ];

    [Fact]
    public void Lists_every_law_that_is_written()
    {
        IEnumerable<Law> laws = written.Select(property => (Law)property.GetValue(null)!);

        Assert.Empty(laws.Except(Claim.All));
        Assert.Empty(Claim.All.Except(laws));
        Assert.Equal(Claim.All.Count, Claim.All.Distinct().Count());
    }

    [Fact]
    public void Names_every_law_as_its_property() =>
        Assert.All(
            written, property => Assert.Equal(property.Name, ((Law)property.GetValue(null)!).Name));

    [Fact]
    public void Gives_every_law_a_name_and_a_sentence_of_its_own()
    {
        Assert.Equal(Claim.All.Count, Claim.All.Select(law => law.Name).Distinct().Count());
        Assert.Equal(Claim.All.Count, Claim.All.Select(law => law.Says).Distinct().Count());
        Assert.All(Claim.All, law => Assert.False(law.Says.EndsWith('.'), law.Says));
        Assert.All(Claim.All, law => Assert.NotEmpty(law.From));
    }

    [Fact]
    public void Names_the_subject_of_every_law() => Assert.Equal(
        ["area", "frame", "translation", "table", "picture", "call"],
        new Law[]
        {
            AreaLaws.AreasAreDisjoint, FrameLaws.FramesHaveOneOwner,
            TranslationLaws.EntriesAreNotOverwritten, TranslationLaws.TablesAreLinkedOnce,
            WalkLaws.TheWalkAgrees, FreeLaws.FreeTakesNothing,
        }.Select(static law => law.Subject));

    [Fact]
    public void Numbers_laws_by_their_place() =>
        Assert.Equal(Enumerable.Range(0, Claim.All.Count), Claim.All.Select(law => law.Id));

    [Fact]
    public void Puts_laws_where_their_folder_says()
    {
        IEnumerable<string> misplaced =
            from property in written
            let law = (Law)property.GetValue(null)!
            let folder = law.Mood == Mood.Sometimes ? "laws" : law.Reach switch
            {
                Reach.Any => "any",
                Reach.Linux => "linux",
                _ => "linux-2.6.32",
            }
            where !File.Exists(Path.Combine(
                Repository.Root, "spec", folder, property.DeclaringType!.Name + ".cs"))
            select law.Name;

        Assert.Empty(misplaced);
    }

    [Fact]
    public void Keeps_the_laws_of_a_file_few() =>
        Assert.All(
            written.GroupBy(property => property.DeclaringType),
            laws => Assert.InRange(laws.Count(), 1, MostLawsInAFile));
}
