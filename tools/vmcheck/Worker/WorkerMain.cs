// SPDX-License-Identifier: GPL-2.0-only
using System.Runtime.InteropServices;
using Verification.Targets;

namespace Verification.Vmcheck;

/// <summary>
/// The hidden verb <c>worker PAGE LIBRARY</c>: loads a library and does what the host asks through
/// standard input. What goes wrong with the library ends this process and no other.
/// </summary>
static class WorkerMain
{
    public const string Verb = "worker";

    static readonly PosixSignal[] forTheHost =
        [PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP, PosixSignal.SIGQUIT];

    /// <summary>Ends when the host closes its pipe, whatever the library is doing then.</summary>
    public static int Run(string page, string library)
    {
        // A terminal tells the whole group: the host reports first, then closes the pipe.
        PosixSignalRegistration[] ignored = [.. forTheHost.Select(static signal =>
            PosixSignalRegistration.Create(signal, static context => context.Cancel = true))];
        using FileStream requests = Descriptors.TakeInput();
        using FileStream answers = Descriptors.TakeOutput();
        Descriptors.ForbidCoreFiles();
        OfferToTheKernel();
        EndWith(requests);
        using SharedPage shared = SharedPage.Open(page);
        using BinaryReader input = new(new BufferedStream(requests));
        using BinaryWriter output = new(new BufferedStream(answers, 1 << 16));
        int code = Serve(library, shared, input, output);
        Array.ForEach(ignored, static signal => signal.Dispose());
        return code;
    }

    static int Serve(string file, SharedPage page, BinaryReader input, BinaryWriter output)
    {
        page.Begin(Doing.Load);
        CLibrary library;
        try
        {
            library = new CLibrary(file);
        }
        catch (CLibraryException refused)
        {
            output.Write(refused.Complaint);
            output.Flush();
            return 0;
        }

        using (library)
        {
            output.Write("");
            LibraryFacts.Of(library).Write(output);
            output.Flush();
            using WorkerDesk desk = new(library, page, input, output);
            while (desk.AnswerNext())
            {
            }
        }

        return 0;
    }

    /// <summary>Should the machine run out of memory, this process is the one to end.</summary>
    static void OfferToTheKernel()
    {
        try
        {
            File.WriteAllText("/proc/self/oom_score_adj", "1000");
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // It is a courtesy: the host watches the worker's memory itself.
        }
    }

    static void EndWith(FileStream requests)
    {
        Thread guard = new(() =>
        {
            Descriptors.WaitForHangUp(requests);
            using var self = System.Diagnostics.Process.GetCurrentProcess();
            self.Kill();
        })
        {
            IsBackground = true,
        };
        guard.Start();
    }
}
