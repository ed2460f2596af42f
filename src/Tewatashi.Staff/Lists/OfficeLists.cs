using Tewatashi.Cards;
using Tewatashi.Counting;
using Tewatashi.Disposal;
using Tewatashi.HandOver.OldPapers;
using Tewatashi.HandOver.Post;
using Tewatashi.Imports;
using Tewatashi.Imports.Changes;
using Tewatashi.Incidents;
using Tewatashi.Lists;
using Tewatashi.Missing;
using Tewatashi.Notices;
using Tewatashi.Parcels;
using Tewatashi.Reservations.Calls;
using Tewatashi.Reservations.Letters;
using Tewatashi.Reservations.Lists;
using Tewatashi.Reservations.Waiting;
using Tewatashi.TakeOuts;
using Tewatashi.Transfers;
using Tewatashi.Vaults;

namespace Tewatashi.Staff.Lists;

/// <summary>Every list of the staff face that is filtered, sorted, paged and written to a file in the one way. カード一覧 is not among them: it has a file with names.</summary>
public static class OfficeLists
{
    public static OfficeList Reservations { get; } = new ReservationList();
    public static OfficeList Calls { get; } = new CallsList();
    public static OfficeList Waits { get; } = new WaitList();
    public static OfficeList Imports { get; } = new ImportList();
    public static OfficeList Shipments { get; } = new ShipmentList();
    public static OfficeList Changes { get; } = new ChangeFileList();
    public static OfficeList Notices { get; } = new NoticeBatchList();
    public static OfficeList TakeOuts { get; } = new TakeOutList();
    public static OfficeList Transfers { get; } = new TransferList();
    public static OfficeList Parcels { get; } = new ParcelList();
    public static OfficeList Counts { get; } = new CountList();
    public static OfficeList Openings { get; } = new OpeningList();
    public static OfficeList Searches { get; } = new SearchList();
    public static OfficeList Incidents { get; } = new IncidentList();
    public static OfficeList Disposals { get; } = new DisposalList();
    public static OfficeList Candidates { get; } = new CandidateList();
    public static OfficeList OldPapers { get; } = new OldPaperList();
    public static OfficeList Postings { get; } = new PostingList();
    public static OfficeList Mails { get; } = new DeadMailList();
    public static OfficeList Staff { get; } = new StaffList();
    public static OfficeList Log { get; } = new LogList();

    public static IReadOnlyList<OfficeList> All { get; } =
        [Reservations, Calls, Waits, Imports, Shipments, Changes, Notices, TakeOuts, Transfers, Parcels, Counts, Openings, Searches, Incidents, Disposals, Candidates, OldPapers, Postings, Mails, Staff, Log];

    /// <summary>Null where there is no such list.</summary>
    public static OfficeList? Of(string? code) => All.FirstOrDefault(list => list.Code == code);
}
