using System.Globalization;
using FasterMoney.Domain.Rules;
using FasterMoney.Web.Commands;
using FasterMoney.Web.Csv;
using FasterMoney.Web.Import;
using FasterMoney.Web.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace FasterMoney.Web.Admin.Importing;

public sealed partial class ImportPage
{
    private ImportFile? file;
    private ImportPreview? preview;
    private ImportProgress? progress;
    private ImportResult? result;
    private CancellationTokenSource? stopping;
    private string? error;
    private bool isReading;
    private bool isStopping;
    private bool isGone;

    [Inject]
    public required ImportCommands Commands { get; init; }

    [CascadingParameter]
    public required Workplace Workplace { get; set; }

    private CultureInfo Culture => CultureInfo.GetCultureInfo(Workplace.Culture);

    private async Task Upload(InputFileChangeEventArgs chosen)
    {
        (error, isReading) = (null, true);
        try
        {
            if (chosen.File.Size > CsvTable.MostBytes)
            {
                error = CsvTable.TooLarge;
                return;
            }

            var bytes = new byte[chosen.File.Size];
            await using (var stream = chosen.File.OpenReadStream(CsvTable.MostBytes))
            {
                await stream.ReadExactlyAsync(bytes);
            }

            file = new ImportFile(chosen.File.Name, bytes);
            preview = await CheckAsync(file);
        }
        catch (AccessDenied denied)
        {
            error = denied.Message;
        }
        catch (IOException)
        {
            error = "The file did not arrive whole. Try again.";
        }
        finally
        {
            isReading = false;
        }
    }

    private async Task Import()
    {
        (error, isStopping) = (null, false);
        progress = new ImportProgress(0, preview!.New);
        stopping = new CancellationTokenSource();
        // Made here, so that its reports come back to this page's own thread.
        var reports = new Progress<ImportProgress>(Show);
        try
        {
            var (upload, stop) = (file!, stopping.Token);
            result = await Task.Run(() => Commands.ImportAsync(Workplace.Caller, upload, reports, stop));
        }
        catch (OperationCanceledException)
        {
            error = "The import was stopped. Nothing was imported.";
        }
        catch (AccessDenied denied)
        {
            error = denied.Message;
        }
        catch (Exception refusal) when (refusal is RuleViolation or ChangedByOthers)
        {
            error = "Something changed here in the meantime, and nothing was imported. This is what the import would do now.";
            preview = await CheckAsync(file!);
        }
        finally
        {
            progress = null;
        }
    }

    // Away from the page's own thread, which would stand still while a large file is taken apart.
    private Task<ImportPreview> CheckAsync(ImportFile upload) => Task.Run(() => Commands.CheckAsync(Workplace.Caller, upload));

    private void Show(ImportProgress now)
    {
        // A report may come in after the end.
        if (progress is not null && !isGone)
        {
            progress = now;
            StateHasChanged();
        }
    }

    private void Stop()
    {
        isStopping = true;
        stopping?.Cancel();
    }

    private void StartOver() => (file, preview, result, error) = (null, null, null, null);

    // An import that was begun goes on without its page.
    public void Dispose() => isGone = true;
}
