using Tewatashi.Server.Commands;

return await Verbs.RunAsync(args);
