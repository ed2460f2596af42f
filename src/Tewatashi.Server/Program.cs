using Tewatashi.Server.Commands;

Tewatashi.Text.Language.StartInJapanese();
return await Verbs.RunAsync(args);
