namespace Tewatashi.Mail;

public enum OutboxState
{
    Waiting,
    Sent,

    /// <summary>Given up after the last try; a person looks.</summary>
    Dead,
}
