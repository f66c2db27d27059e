// SPDX-License-Identifier: GPL-2.0-only
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;
using Verification.Spec;
using Verification.Targets;
using Xunit;
using Reach = Verification.Spec.Reach;

namespace Verification.Properties;

/// <summary>
/// targets/include/vmcheck.h says the same numbers as spec, as a compiler reads it.
/// </summary>
[Trait("Length", "long")]
[Collection(CLibraryTests.Name)]
public sealed partial class TheHeader
{
    static readonly string header = Repository.Read("targets/include/vmcheck.h");

    static readonly (string Prefix, Type Enum)[] enums =
    [
        ("OBSERVES", typeof(Observations)), ("FACT", typeof(Abi.Facts)),
        ("KNOWN", typeof(KnownDefects)), ("REACH", typeof(Reach)), ("ERA", typeof(Era)),
        ("GFP", typeof(Gfp)), ("VM", typeof(VmFlags)), ("EVENT", typeof(EventKind)),
        ("SLAB", typeof(SlabKind)), ("TABLE", typeof(TableLevel)), ("LOCK", typeof(KernelLock)),
        ("SPLAT", typeof(Splat)), ("CALLER", typeof(Caller)), ("SITE", typeof(FaultSite)),
        ("MODE", typeof(FaultMode)),
    ];

    static readonly (string Name, Type Struct)[] structs =
    [
        ("event", typeof(Event)), ("fault", typeof(Fault)), ("vm", typeof(VmEntry)),
        ("vmap_area", typeof(VmapEntry)), ("translation", typeof(TranslationEntry)),
        ("table", typeof(TableEntry)), ("tlb_entry", typeof(TlbEntry)),
        ("percpu_area", typeof(PercpuArea)), ("kmemleak", typeof(KmemleakEntry)),
        ("object", typeof(ObjectEntry)),
        ("profile", typeof(Abi.ProfileFacts)), ("machine", typeof(Abi.MachineFacts)),
        ("counters", typeof(Abi.CounterValues)), ("step", typeof(Abi.StepMemory)),
        ("picture", typeof(Abi.PictureMemory)),
    ];

    /// <summary>Both ways: no name is missing on either side.</summary>
    [CFact]
    public void Numbers_every_name_as_spec_does()
    {
        string[] names = [.. Constant().Matches(header).Select(static match => match.Value)];
        IEnumerable<string> expected =
            from one in enums
            from field in one.Enum.GetFields(BindingFlags.Public | BindingFlags.Static)
            let unsaid = one.Prefix is "OBSERVES" or "FACT" or "KNOWN"
                && field.Name is "None" or "All"
            where !unsaid
            let value = Convert.ToUInt64(field.GetRawConstantValue())
            select $"VMCHECK_{one.Prefix}_{Upper(field.Name)} {value}";

        Assert.Equal(expected.Order(), Values(names).Order());
    }

    [CFact]
    public void Numbers_the_rest_as_the_host_does()
    {
        string[] names =
        [
            "VMCHECK_ABI", "VMCHECK_PAGE_KERNEL", "VMCHECK_PAGE_KERNEL_EXEC",
        ];
        ulong[] expected =
        [
            Abi.Version, Pgprot.Kernel.Bits, Pgprot.KernelExec.Bits,
        ];

        Assert.Equal(names.Zip(expected, static (name, value) => $"{name} {value}"), Values(names));
    }

    [CFact]
    public void Lays_every_struct_out_as_the_host_does()
    {
        StringBuilder program = new(
            "#include <stddef.h>\n#include \"vmcheck.h\"\nint main(void) {\n");
        List<string> expected = [];
        foreach ((string name, Type type) in structs)
        {
            program.Append($"printf(\"{name} %zu\\n\", sizeof(struct vmcheck_{name}));\n");
            expected.Add($"{name} {Marshal.SizeOf(type)}");
            foreach (FieldInfo field in Fields(type))
            {
                string member = Member(field);
                program.Append($"printf(\"{name}.{member} %zu\\n\", ")
                    .Append($"offsetof(struct vmcheck_{name}, {member}));\n");
                expected.Add($"{name}.{member} {Marshal.OffsetOf(type, field.Name)}");
            }
        }

        Assert.Equal(expected, Lines(CCompiler.Output(program.Append("return 0; }").ToString())));
    }

    /// <summary>And no struct lies otherwise in memory than when it is marshalled.</summary>
    [Fact]
    public void Meets_structs_that_need_no_marshalling() => Assert.All(structs, static one =>
        Assert.Equal(
            Marshal.SizeOf(one.Struct),
            typeof(Unsafe).GetMethod(nameof(Unsafe.SizeOf))!
                .MakeGenericMethod(one.Struct).Invoke(null, null)));

    [Fact]
    public void Declares_every_command() => Assert.All(
        Signature.All, static row => Assert.Matches($@"\bvmcheck_{row.Name}\(", header));

    static string[] Values(IEnumerable<string> names) => Lines(CCompiler.Output(
        "#include \"vmcheck.h\"\nint main(void) {\n"
        + string.Concat(names.Select(static name =>
            $"printf(\"{name} %llu\\n\", (unsigned long long){name});\n"))
        + "return 0; }"));

    static string[] Lines(string text) => text.TrimEnd('\n').Split('\n');

    static FieldInfo[] Fields(Type type) =>
        type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic);

    /// <summary>The C name of a field; class is a word of C++.</summary>
    static string Member(FieldInfo field) =>
        Lower(field.Name.Split('>')[0].TrimStart('<')) is var name && name == "class"
            ? "size_class" : name;

    static string Upper(string name) => Lower(name).ToUpperInvariant();

    /// <summary>NrPages, nr_pages.</summary>
    static string Lower(string name) => Hump().Replace(name, "_$0").ToLowerInvariant();

    /// <summary>In an enum: at the beginning of a line, after a tab.</summary>
    [GeneratedRegex(@"(?<=^\t)VMCHECK_[A-Z0-9_]+(?=,| =)", RegexOptions.Multiline)]
    private static partial Regex Constant();

    [GeneratedRegex("(?<=[a-z0-9])[A-Z]")]
    private static partial Regex Hump();
}
