namespace Tewatashi.Mail;

/// <summary>A language of mails. Every mail may carry both: which language a resident reads is not recorded.</summary>
public enum MailLanguage
{
    Japanese,
    English,
}
