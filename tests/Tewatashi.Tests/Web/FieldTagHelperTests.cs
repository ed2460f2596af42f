using Tewatashi.Web.Forms;

namespace Tewatashi.Tests.Web;

public sealed class FieldTagHelperTests
{
    private readonly Rendered page = new();

    [Fact]
    public async Task Input_with_support_is_labelled_and_described()
    {
        var field = await Rendered.ElementAsync(Input("Form.ReceptionNumber", "1234", InputKind.Digits, support: "右上の数字です。"), "tw-input");

        var input = field.QuerySelector("input")!;
        Assert.Equal("Form.ReceptionNumber", input.GetAttribute("name"));
        Assert.Equal("1234", input.GetAttribute("value"));
        Assert.Equal("numeric", input.GetAttribute("inputmode"));
        Assert.Equal("text", input.GetAttribute("type"));
        Assert.Equal("off", input.GetAttribute("autocomplete"));
        Assert.Equal("true", input.GetAttribute("aria-required"));
        Assert.False(input.HasAttribute("placeholder"));
        Assert.False(input.HasAttribute("aria-invalid"));
        var label = field.QuerySelector("label")!;
        Assert.Equal(input.Id, label.GetAttribute("for"));
        Assert.Equal("受付番号※必須", label.TextContent);
        Assert.Equal("右上の数字です。", field.QuerySelector("#" + input.GetAttribute("aria-describedby"))!.TextContent);
    }

    [Fact]
    public async Task Input_refused_keeps_what_was_typed_and_tells_what_is_wrong()
    {
        page.State.SetModelValue("Number", "１２ab", "１２ab");
        page.State.AddModelError("Number", "数字で入力してください。");

        var field = await Rendered.ElementAsync(Input("Number", "99", InputKind.Number, support: "1から4"), "tw-input");

        var input = field.QuerySelector("input")!;
        Assert.Equal("１２ab", input.GetAttribute("value"));
        Assert.Equal("true", input.GetAttribute("aria-invalid"));
        Assert.Equal("Number-support Number-error", input.GetAttribute("aria-describedby"));
        Assert.Equal("＊数字で入力してください。", field.QuerySelector("#Number-error")!.TextContent);
    }

    [Fact]
    public async Task Password_is_never_written_back()
    {
        page.State.SetModelValue("Password", "ABCD2345", "ABCD2345");
        var html = await Rendered.HtmlAsync(Input("Password", "ABCD2345", InputKind.Password), "tw-input");
        Assert.DoesNotContain("ABCD2345", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Optional_field_says_so_and_is_not_required()
    {
        var helper = Input("Email", null, InputKind.Email);
        helper.Optional = true;
        var field = await Rendered.ElementAsync(helper, "tw-input");
        Assert.EndsWith("※任意", field.QuerySelector("label")!.TextContent, StringComparison.Ordinal);
        Assert.False(field.QuerySelector("input")!.HasAttribute("aria-required"));
    }

    [Fact]
    public async Task Attributes_of_the_page_go_to_the_input()
    {
        var field = await Rendered.ElementAsync(Input("Id", null, InputKind.Text), "tw-input", attributes: [("autocomplete", "username"), ("maxlength", "40")]);
        var input = field.QuerySelector("input")!;
        Assert.Equal("username", input.GetAttribute("autocomplete"));
        Assert.Equal("40", input.GetAttribute("maxlength"));
        Assert.False(field.HasAttribute("maxlength"));
    }

    [Fact]
    public async Task Markup_in_a_value_stays_inert()
    {
        const string Marker = "\"><script>alert(1)</script>";
        page.State.AddModelError("Text", Marker);
        var field = await Rendered.ElementAsync(new TextAreaTagHelper { Field = Rendered.Field("Text", Marker), Label = Marker, View = page.View, Support = Marker }, "tw-textarea");
        Assert.Empty(field.QuerySelectorAll("script"));
        Assert.Contains(Marker, field.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Select_shows_the_chosen_counter_and_a_line_for_no_answer()
    {
        var field = await Rendered.ElementAsync(new SelectTagHelper { Field = Rendered.Field("Counter", "2"), Label = "受け取り場所", View = page.View, Choices = [new("1", "本庁舎"), new("2", "北出張所")] }, "tw-select");
        Assert.Equal(["", "1", "2"], field.QuerySelectorAll("option").Select(o => o.GetAttribute("value")));
        Assert.Equal("北出張所", field.QuerySelector("option[selected]")!.TextContent);
    }

    [Fact]
    public async Task Radio_group_is_a_fieldset_the_summary_can_lead_to()
    {
        page.State.AddModelError("Recipient", "選んでください。");
        var field = await Rendered.ElementAsync(new ChoiceGroupTagHelper { Field = Rendered.Field<string>("Recipient", null), Label = "どなたが", View = page.View, Choices = [new("self", "ご本人"), new("proxy", "代理の方", "限られます")] }, "tw-radios");

        Assert.Equal("fieldset", field.LocalName);
        Assert.Equal("Recipient", field.Id);
        Assert.Equal("-1", field.GetAttribute("tabindex"));
        Assert.Equal("Recipient-error", field.GetAttribute("aria-describedby"));
        Assert.StartsWith("どなたが", field.QuerySelector("legend")!.TextContent, StringComparison.Ordinal);
        var inputs = field.QuerySelectorAll("input[type=radio][name=Recipient]");
        Assert.Equal(2, inputs.Length);
        Assert.Equal("限られます", field.QuerySelector("#" + inputs[1].GetAttribute("aria-describedby"))!.TextContent);
    }

    [Fact]
    public async Task Checkbox_group_keeps_every_posted_value()
    {
        page.State.SetModelValue("Kinds", new[] { "pick", "pin" }, "pick,pin");
        var field = await Rendered.ElementAsync(new ChoiceGroupTagHelper { Field = Rendered.Field<List<string>>("Kinds", []), Label = "手続き", View = page.View, Choices = [new("pick", "受け取り"), new("renew", "更新"), new("pin", "暗証番号")] }, "tw-checkboxes");
        Assert.Equal(["pick", "pin"], field.QuerySelectorAll("input[type=checkbox][checked]").Select(i => i.GetAttribute("value")));
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public async Task Checkbox_shows_its_bool(bool value, bool isChecked)
    {
        var field = await Rendered.ElementAsync(new CheckboxTagHelper { Field = Rendered.Field("IsAgreed", value), Label = "読みました", View = page.View }, "tw-checkbox");
        Assert.Equal(isChecked, field.QuerySelector("input[name=IsAgreed][value=true]")!.HasAttribute("checked"));
    }

    [Fact]
    public async Task Operation_id_is_a_new_version_7_each_time()
    {
        var ids = new List<Guid>();
        for (var i = 0; i < 2; i++)
        {
            var input = await Rendered.ElementAsync(new OperationIdTagHelper(), "tw-operation-id");
            Assert.Equal("OperationId", input.GetAttribute("name"));
            Assert.Equal("hidden", input.GetAttribute("type"));
            ids.Add(Guid.Parse(input.GetAttribute("value")!));
        }
        Assert.All(ids, id => Assert.Equal(7, id.Version));
        Assert.NotEqual(ids[0], ids[1]);
    }

    private InputTagHelper Input(string name, string? value, InputKind kind, string? support = null) =>
        new() { Field = Rendered.Field(name, value), Label = "受付番号", View = page.View, Kind = kind, Support = support };
}
