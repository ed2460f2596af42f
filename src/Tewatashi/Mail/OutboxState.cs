namespace Tewatashi.Mail;

public enum OutboxState
{
    Waiting,
    Sent,

    /// <summary>Not delivered after the last try; a person looks.</summary>
    Dead,

    /// <summary>A person looked and told the resident in another way.</summary>
    GivenUp,

    /// <summary>No longer true or needed when its turn came.</summary>
    Useless,
}
