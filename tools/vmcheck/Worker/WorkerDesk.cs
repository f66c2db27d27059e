// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;
using Verification.Spec;
using Verification.Targets;

namespace Verification.Vmcheck;

/// <summary>Answers requests; every answer begins with what went wrong.</summary>
sealed class WorkerDesk(
    CLibrary library, SharedPage page, BinaryReader input, BinaryWriter output) : IDisposable
{
    readonly WatchedLibrary target = new(library, page);
    readonly Step step = new();
    readonly Picture picture = new();
    Hunter? hunter;
    FaultMatrix? matrix;
    Machine? machine;

    /// <summary>False when there are no more requests.</summary>
    public bool AnswerNext()
    {
        int request = input.BaseStream.ReadByte();
        if (request < 0)
        {
            return false;
        }

        try
        {
            Answer((Request)request);
        }
        catch (Exception wrong) when (wrong is InvalidOperationException
            or OperationCanceledException)
        {
            // A trace that could not be judged: the host says so, and what was asked for is over;
            // or the host said that it is.
            output.Write(wrong.ToString());
        }

        output.Flush();
        return true;
    }

    public void Dispose()
    {
        hunter?.Dispose();
        matrix?.Dispose();
    }

    void Answer(Request request)
    {
        switch (request)
        {
            case Request.Accept:
                Accept(input.ReadMachine());
                break;
            case Request.Reset:
                target.Boot(machine!);
                output.Write("");
                break;
            case Request.Execute:
                Execute();
                break;
            case Request.Walk:
                target.Walk(picture);
                output.Write("");
                output.Write(picture);
                break;
            case Request.Content:
                ulong content = target.Content(input.ReadInt32());
                output.Write("");
                output.Write(content);
                break;
            case Request.Plan:
                hunter = new Hunter(
                    input.ReadPlan(), (_, _) => target, () => page.IsStopped,
                    number => page.Trace = number);
                output.Write("");
                break;
            case Request.Cells:
                Try(input.ReadBoolean(), input.ReadBoolean());
                break;
            default:
                Hunt(input.ReadInt64(), input.ReadInt64());
                break;
        }
    }

    void Accept(Machine wanted)
    {
        bool taken = target.Accepts(wanted, out string why);
        machine = wanted;
        output.Write("");
        output.Write(taken);
        output.Write(why);
    }

    void Execute()
    {
        string log = "";
        library.Listener = message => log = message;
        input.ReadCall(step);
        target.Execute(step);
        library.Listener = null;
        output.Write("");
        output.WriteResult(step);
        output.Write(log);
    }

    void Try(bool takesAddresses, bool givesUp)
    {
        EntryCall call = input.ReadEntryCall();
        Dictionary<Trouble, CellVerdict> known = input.ReadKnown();
        matrix ??= new FaultMatrix(target, takesAddresses)
        {
            Beginning = trouble => page.Trouble = trouble,
            IsOver = () => page.IsStopped,
        };
        long before = matrix.Executed;
        CallCells cells = matrix.Of(call, known, givesUp);
        output.Write("");
        output.Write(matrix.Executed - before);
        output.Write(cells);
    }

    void Hunt(long first, long count)
    {
        long? done = hunter!.Hunt(first, count);
        CampaignFigures figures = new();
        AbstractStates states = new();
        hunter.AddTo(figures);
        hunter.MoveTo(states);
        FirstBroken[] broken = [.. hunter.Broken];
        output.Write("");
        output.Write(done is not null);
        output.Write(done ?? 0);
        figures.Write(output);
        states.MoveTo(output);
        output.Write(broken.Length);
        Array.ForEach(broken, one => one.Write(output));
    }
}
