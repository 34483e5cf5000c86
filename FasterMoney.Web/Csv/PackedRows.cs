using System.Collections;

namespace FasterMoney.Web.Csv;

/// <summary>Rows as their bytes, which are taken apart into cells for whoever asks for one.</summary>
internal sealed class PackedRows : IReadOnlyList<CsvRow>
{
    private readonly List<byte[]> _rows = [];

    public int Count => _rows.Count;

    public CsvRow this[int index]
    {
        get
        {
            using var reader = new BinaryReader(new MemoryStream(_rows[index]));
            var (number, cells) = (reader.ReadInt32(), new string[reader.ReadInt32()]);
            for (var cell = 0; cell < cells.Length; cell++)
                cells[cell] = reader.ReadString();
            return new CsvRow(number, cells);
        }
    }

    public void Add(CsvRow row)
    {
        using var pack = new MemoryStream();
        using var packing = new BinaryWriter(pack);
        packing.Write(row.Number);
        packing.Write(row.Cells.Count);
        foreach (var cell in row.Cells)
            packing.Write(cell);
        packing.Flush();
        _rows.Add(pack.ToArray());
    }

    public IEnumerator<CsvRow> GetEnumerator()
    {
        for (var index = 0; index < Count; index++)
            yield return this[index];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
