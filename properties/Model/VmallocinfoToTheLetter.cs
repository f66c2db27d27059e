// SPDX-License-Identifier: GPL-2.0-only
using System.Text.RegularExpressions;
using Verification.Search;
using Verification.Spec;
using Xunit;

namespace Verification.Properties;

/// <summary>The lines of /proc/vmallocinfo as <c>s_show</c> prints them, letter by letter.</summary>
public sealed partial class VmallocinfoToTheLetter
{
    public static TheoryData<string> EveryMachine => [.. Machines.All.Select(one => one.Name)];

    /// <summary>
    /// Range, size, caller, pages, device, flags and nodes, in this order; nothing of what is
    /// freed or mapped by vm_map_ram.
    /// </summary>
    [Fact]
    public void Tell_every_kind_of_area() => Assert.Equal(
        """
        0x0000490000000000-0x0000490000002000    8192 caller1+0x10/0x20 pages=1 vmalloc N0=1
        0x0000490000003000-0x0000490000006000   12288 site pages=2 vmalloc user N0=2
        0x0000490000007000-0x0000490000009000    8192 site vmap
        0x000049000000a000-0x000049000000c000    8192 site ioremap vmalloc vmap user
        0x000049000000e000-0x0000490000011000   12288 site phys=200000 ioremap
        0x000049000005f000-0x0000490000060000    4096 pcpu_get_vm_areas+0x0/0x10 vmalloc

        """,
        Of(
            new() { Name = "letters", Frames = 512, End = 0x4900_0006_0000 },
            """
            p0 = __vmalloc_node(1, 1, GFP_KERNEL, PAGE_KERNEL, -1)
            p1 = vmalloc_user(8192)
            m2 = vmap([p0[0]], 1, VM_MAP, PAGE_KERNEL)
            a3 = get_vm_area(4096, VM_IOREMAP|VM_ALLOC|VM_MAP|VM_USERMAP)
            d4 = ioremap(0x200800, 4096)
            v5 = pcpu_get_vm_areas([0+4096], 4096, GFP_KERNEL)
            r6 = vm_map_ram([p0[0]], -1)
            p7 = vmalloc(4096)
            vfree(p7)
            """));

    /// <summary>A pointer of 32 bits has 8 digits; a size has 7 columns, or as many as it needs.</summary>
    [Fact]
    public void Have_as_many_digits_as_a_pointer() => Assert.Equal(
        """
        0xf7ffe000-0xf8000000    8192 site pages=1 vmalloc N0=1
        0xf8001000-0xf9002000 16781312 site vmap

        """,
        Of(Machines.Find("i386")!, "p0 = vmalloc(4096)\na1 = get_vm_area(0x1000000, VM_MAP)"));

    /// <summary>Nobody called for what was registered before boot.</summary>
    [Fact]
    public void Name_no_caller_of_early_areas() => Assert.Equal(
        """
        0x0000490000000000-0x0000490000003000   12288 vmalloc
        0x0000490000010000-0x0000490000015000   20480 vmalloc
        0x0000490000016000-0x0000490000018000    8192 ioremap

        """,
        Of(Machines.Find("early")!, "vfree(NULL)"));

    /// <summary>Whatever a hunt makes, and also in the middle of a call.</summary>
    [Trait("Length", "long")]
    [Theory]
    [MemberData(nameof(EveryMachine))]
    public void Have_the_same_form_on_every_machine(string name)
    {
        Machine machine = Machines.Find(name)!;
        int lines = 0;
        Checker checker = new(new Model.Model(Era.V2632, DefectMode.Fixed), [])
        {
            Observer = (_, step) =>
            {
                foreach (string line in step.Text.ToString().Split('\n')[..^1])
                {
                    Match form = Line().Match(line);
                    Assert.True(form.Success, line);
                    Assert.Equal(machine.PointerDigits, form.Groups["from"].Length);
                    Assert.Equal(machine.PointerDigits, form.Groups["to"].Length);
                    Assert.Equal(
                        $"{form.Groups["size"].Value.Trim(),7}", form.Groups["size"].Value);
                    lines++;
                }
            },
        };
        for (ulong seed = 0; seed < 100; seed++)
        {
            checker.Run(Generator.Draw(seed, machine, Era.V2632, DefectMode.Fixed, 50));
        }

        Assert.InRange(lines, 100, int.MaxValue);
    }

    static string Of(Machine machine, string commands)
    {
        string text = "";
        Checker checker = new(new Model.Model(Era.V2632, DefectMode.Fixed))
        {
            Observer = (_, step) => text = step.Text.ToString(),
        };
        string header = TraceWriter.Write(new(machine, Era.V2632, DefectMode.Fixed, []));
        Trace trace = TraceReader.Read($"{header}{commands}\nvmallocinfo()");

        Assert.Null(checker.Run(trace));
        Assert.Equal(trace.Commands.Count, checker.Executed);
        return text;
    }

    [GeneratedRegex(
        "^0x(?<from>[0-9a-f]+)-0x(?<to>[0-9a-f]+) (?<size> *[0-9]+)"
            + @"( (site|\w+\+0x[0-9a-f]+/0x[0-9a-f]+))?( pages=[1-9][0-9]*)?( phys=[1-9a-f][0-9a-f]*)?"
            + "( ioremap)?( vmalloc)?( vmap)?( user)?( vpages)?( N[0-9]+=[1-9][0-9]*)*$",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Line();
}
