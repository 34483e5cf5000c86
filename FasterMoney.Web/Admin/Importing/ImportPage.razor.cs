using System.Globalization;
using FasterMoney.Domain.Rules;
using FasterMoney.Web.Access;
using FasterMoney.Web.Admin.Controls;
using FasterMoney.Web.Admin.Shell;
using FasterMoney.Web.Csv;
using FasterMoney.Web.Data;
using FasterMoney.Web.Import;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace FasterMoney.Web.Admin.Importing;

public sealed partial class ImportPage
{
    private ImportFile? _file;
    private ImportPreview? _preview;
    private ImportProgress? _progress;
    private ImportResult? _result;
    private CancellationTokenSource? _stopping;
    private string? _error;
    private bool _isReading;
    private bool _isStopping;
    private bool _isGone;

    [Inject]
    public required ImportCommands Commands { get; init; }

    [CascadingParameter]
    public required CurrentSite CurrentSite { get; set; }

    private CultureInfo Culture => CultureInfo.GetCultureInfo(CurrentSite.Culture);

    private async Task Upload(InputFileChangeEventArgs chosen)
    {
        (_error, _isReading) = (null, true);
        try
        {
            if (chosen.File.Size > CsvTable.MostBytes)
            {
                _error = CsvTable.TooLarge;
                return;
            }

            var bytes = new byte[chosen.File.Size];
            await using (var stream = chosen.File.OpenReadStream(CsvTable.MostBytes))
            {
                await stream.ReadExactlyAsync(bytes);
            }

            _file = new ImportFile(chosen.File.Name, bytes);
            _preview = await CheckAsync(_file);
        }
        catch (AccessDenied denied)
        {
            _error = denied.Message;
        }
        catch (IOException)
        {
            _error = "The file did not arrive whole. Try again.";
        }
        catch (Exception fault) when (DatabaseFaults.SentenceOf(fault) is { } sentence)
        {
            _error = sentence;
        }
        finally
        {
            _isReading = false;
        }
    }

    private async Task Import()
    {
        (_error, _isStopping) = (null, false);
        _progress = new ImportProgress(0, _preview!.New);
        _stopping = new CancellationTokenSource();
        // Made here, so that its reports come back to this page's own thread.
        var reports = new Progress<ImportProgress>(Show);
        try
        {
            var (upload, stop) = (_file!, _stopping.Token);
            _result = await Task.Run(() => Commands.ImportAsync(CurrentSite.Caller, upload, reports, stop));
        }
        catch (OperationCanceledException)
        {
            _error = "The import was stopped. Nothing was imported.";
        }
        catch (AccessDenied denied)
        {
            _error = denied.Message;
        }
        catch (Exception refusal) when (refusal is RuleViolation or ChangedByOthers)
        {
            _error = "Something changed here in the meantime, and nothing was imported. This is what the import would do now.";
            _error = await Refusals.OfAsync(async () => _preview = await CheckAsync(_file!)) ?? _error;
        }
        catch (Exception fault) when (DatabaseFaults.SentenceOf(fault) is { } sentence)
        {
            _error = sentence;
        }
        finally
        {
            _progress = null;
        }
    }

    // Away from the page's own thread, which would stand still while a large file is taken apart.
    private Task<ImportPreview> CheckAsync(ImportFile upload) => Task.Run(() => Commands.CheckAsync(CurrentSite.Caller, upload));

    private void Show(ImportProgress now)
    {
        // A report may come in after the end.
        if (_progress is not null && !_isGone)
        {
            _progress = now;
            StateHasChanged();
        }
    }

    private void Stop()
    {
        _isStopping = true;
        _stopping?.Cancel();
    }

    private void StartOver() => (_file, _preview, _result, _error) = (null, null, null, null);

    // An import that was begun goes on without its page.
    public void Dispose() => _isGone = true;
}
