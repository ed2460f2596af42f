@echo off
rem Runs the program from source, building it first when needed. Standard output carries the program's result alone.
rem What was built from one state of the sources lies in artifacts\run\<hash of that state> and is never written again.
setlocal
set "ROOT=%~dp0"
set "DOTNET_NOLOGO=1"
set "DOTNET_CLI_TELEMETRY_OPTOUT=1"

where dotnet >nul 2>nul || (echo tewatashi: The .NET SDK is not installed. See https://dot.net 1>&2 & exit /b 1)

call :hash || exit /b 1
set "OUTPUT=%ROOT%artifacts\run\%HASH%"
if exist "%OUTPUT%\tewatashi-server.dll" goto run

echo tewatashi: building ... 1>&2
dotnet restore "%ROOT%src\Tewatashi.Server" --verbosity quiet 1>&2 || exit /b 1
call :hash || exit /b 1
set "OUTPUT=%ROOT%artifacts\run\%HASH%"
if exist "%OUTPUT%\tewatashi-server.dll" goto run
set "BUILDING=%ROOT%artifacts\run\.building-%RANDOM%%RANDOM%"
dotnet publish "%ROOT%src\Tewatashi.Server" --no-restore -c Release -o "%BUILDING%" --verbosity quiet --nologo 1>&2 || exit /b 1
rem Whoever moves first wins; a second build of the same sources is the same program.
move "%BUILDING%" "%OUTPUT%" >nul 2>nul || rmdir /s /q "%BUILDING%"

:run
dotnet "%OUTPUT%\tewatashi-server.dll" %*
exit /b %ERRORLEVEL%

:hash
set "HASH="
for /f %%h in ('powershell -NoProfile -Command "$root = $env:ROOT; $files = @(Get-ChildItem (Join-Path $root 'src'), (Join-Path $root 'bench') -Recurse -File | Where-Object FullName -notmatch '\\(bin|obj)\\') + @(Get-ChildItem $root -File | Where-Object Name -match '^(Directory\..*|global\.json|\.editorconfig|BannedSymbols\.txt)$'); $lines = $files | Sort-Object FullName | ForEach-Object { (Get-FileHash $_.FullName).Hash + $_.FullName.Substring($root.Length) }; $sha = [Security.Cryptography.SHA256]::Create(); $bytes = [Text.Encoding]::UTF8.GetBytes($lines -join [char]10); [BitConverter]::ToString($sha.ComputeHash($bytes)).Replace('-', '').Substring(0, 20).ToLowerInvariant()"') do set "HASH=%%h"
if not defined HASH (echo tewatashi: The sources could not be read. 1>&2 & exit /b 1)
exit /b 0
