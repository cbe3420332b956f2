namespace Mestring.Web.Storage;

/// <summary>Files and folders that only the user this program runs as can read; Windows keeps what the folder around them says.</summary>
internal static class PrivateFiles
{
    private const UnixFileMode Own = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static void MakeFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else if (!Directory.Exists(folder))
        {
            Directory.CreateDirectory(folder, Own | UnixFileMode.UserExecute);
        }
    }

    /// <summary>A new file; one that was there is written over.</summary>
    public static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = Own;
        }

        return new FileStream(path, options);
    }

    /// <summary>Makes a database file before the database does, and takes it from everybody else. What SQLite puts beside it is as private as the file itself.</summary>
    public static void KeepPrivate(string file)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        foreach (var each in new[] { file, $"{file}-wal", $"{file}-shm" })
        {
            if (File.Exists(each) && (File.GetUnixFileMode(each) & ~(Own | UnixFileMode.UserExecute)) != UnixFileMode.None)
            {
                // Through its name, never by opening it: closing a file lets go of the locks SQLite holds on it.
                File.SetUnixFileMode(each, Own);
            }
            else if (!File.Exists(each) && string.Equals(each, file, StringComparison.Ordinal))
            {
                Create(file).Dispose();
            }
        }
    }
}
