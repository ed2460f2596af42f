using Tewatashi.Reservations;

namespace Tewatashi.Staff.Pages.Notices;

/// <summary>The arithmetic of a proposal, for a number of cards that wait.</summary>
public sealed record ProposalView(ProposeNotices.View Proposal, int Waiting);
