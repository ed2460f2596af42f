using Tewatashi.Resident;

await ResidentFace.Build(args).RunAsync();
