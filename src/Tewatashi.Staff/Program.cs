using Tewatashi.Staff;

await StaffFace.Build(args).RunAsync();
