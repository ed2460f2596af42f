using Microsoft.AspNetCore.Http;
using Tewatashi.Web.Frames;

namespace Tewatashi.Browser.Gallery;

public sealed class GalleryFrames : IResidentFrameSource, IStaffFrameSource
{
    ValueTask<ResidentFrame> IResidentFrameSource.FrameAsync(HttpContext context, CancellationToken cancellation) => new(new ResidentFrame
    {
        MunicipalityName = "見本市",
        HomeUrl = "/resident",
        PurposeOfUse = new("個人情報の利用目的", "/resident"),
        FooterLinks = [new("よくある質問", "/resident"), new("来られない方へ", "/resident")],
        SignOutUrl = "/resident",
        Notice = "これは見本です。本当の予約はできません。",
    });

    ValueTask<StaffFrame> IStaffFrameSource.FrameAsync(HttpContext context, CancellationToken cancellation) => new(new StaffFrame
    {
        MunicipalityName = "見本市",
        HomeUrl = "/staff",
        UserName = "見本 窓口",
        RoleName = "窓口職員",
        Navigation = new([
            new("窓口", [new("本日", "/staff", IsCurrent: true), new("抜き出し", "/staff", Waiting: 12), new("交付", "/staff")]),
            new("電話・予約", [new("電話受付", "/staff"), new("電話連絡", "/staff", Waiting: 3)]),
            new("保管", [new("受入・検品", "/staff"), new("保管", "/staff"), new("交付通知書", "/staff")]),
            new("管理", [new("操作ログ", "/staff"), new("設定", "/staff")]),
        ]),
    });
}
