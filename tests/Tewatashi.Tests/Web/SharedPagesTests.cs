using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using Tewatashi.Web.Hosting;

namespace Tewatashi.Tests.Web;

/// <summary>One drawing of a page for all who ask while it is fresh.</summary>
public sealed class SharedPagesTests
{
    private readonly FakeTimeProvider clock = new();
    private readonly SharedPages pages;
    private int drawings;

    public SharedPagesTests() => pages = new SharedPages(clock);

    [Fact]
    public async Task Crowd_at_one_moment_makes_one_drawing()
    {
        var gate = new TaskCompletionSource();
        var visitors = Enumerable.Range(0, 50).Select(_ => ShowAsync(Visitor(), draw: async context =>
        {
            await gate.Task;
            await DrawAsync(context);
        })).ToList();
        gate.SetResult();

        Assert.All(await Task.WhenAll(visitors), body => Assert.Equal("drawing 1", body));
        Assert.Equal(1, drawings);
    }

    [Fact]
    public async Task Page_is_drawn_again_after_a_second_counted_from_the_beginning_of_its_drawing()
    {
        await ShowAsync(Visitor(), async context =>
        {
            await DrawAsync(context);
            clock.Advance(TimeSpan.FromMilliseconds(600));
        });
        clock.Advance(TimeSpan.FromMilliseconds(399));
        Assert.Equal("drawing 1", await ShowAsync(Visitor()));
        clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal("drawing 2", await ShowAsync(Visitor()));
    }

    [Theory]
    [InlineData("tewatashi-resident-session=x")]
    [InlineData("other=1; __Host-form=y")]
    public async Task Visitor_with_a_cookie_of_ours_gets_a_drawing_that_nobody_else_gets(string cookies)
    {
        Assert.Equal("drawing 1", await ShowAsync(Visitor()));
        Assert.Equal("drawing 2", await ShowAsync(Visitor(cookies)));
        Assert.Equal("drawing 1", await ShowAsync(Visitor("balancer=a")));
    }

    [Fact]
    public async Task Form_unmarked_page_refusal_and_new_cookie_are_not_kept()
    {
        var post = Visitor();
        post.Request.Method = "POST";
        await ShowAsync(post);
        await ShowAsync(Visitor(marked: false));
        await ShowAsync(Visitor(), context =>
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return DrawAsync(context);
        });
        Assert.Equal("drawing 4", await ShowAsync(Visitor(), context =>
        {
            context.Response.Headers.SetCookie = "a=b";
            return DrawAsync(context);
        }));
        Assert.Equal("drawing 5", await ShowAsync(Visitor()));
    }

    [Fact]
    public async Task Drawing_that_breaks_off_is_not_kept_and_leaves_the_answer_to_the_page_of_errors()
    {
        var visitor = Visitor();
        var body = visitor.Response.Body;

        await Assert.ThrowsAsync<InvalidOperationException>(() => pages.ShowAsync(visitor, _ => throw new InvalidOperationException()));

        Assert.Same(body, visitor.Response.Body);
        Assert.Equal("drawing 1", await ShowAsync(Visitor()));
    }

    [Fact]
    public async Task Addresses_without_end_do_not_fill_the_memory()
    {
        for (var i = 0; i < 2000; i++) await ShowAsync(Visitor(query: $"?x={i}"));

        Assert.Equal("drawing 1", await ShowAsync(Visitor(query: "?x=0")));
        Assert.Equal("drawing 2001", await ShowAsync(Visitor(query: "?x=1999")));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("drawing 2002", await ShowAsync(Visitor(query: "?x=1999")));
        Assert.Equal("drawing 2002", await ShowAsync(Visitor(query: "?x=1999")));
    }

    private async Task<string> ShowAsync(DefaultHttpContext visitor, RequestDelegate? draw = null)
    {
        await pages.ShowAsync(visitor, draw ?? DrawAsync);
        var body = Assert.IsType<MemoryStream>(visitor.Response.Body);
        return System.Text.Encoding.UTF8.GetString(body.ToArray());
    }

    private Task DrawAsync(HttpContext context) => context.Response.WriteAsync($"drawing {Interlocked.Increment(ref drawings)}");

    private static DefaultHttpContext Visitor(string? cookies = null, string query = "", bool marked = true)
    {
        var context = new DefaultHttpContext();
        context.Request.Method = "GET";
        context.Request.Path = "/990001/months";
        context.Request.QueryString = new QueryString(query);
        if (cookies is not null) context.Request.Headers.Cookie = cookies;
        if (marked) context.SetEndpoint(new Endpoint(null, new EndpointMetadataCollection(new SharedPageAttribute()), "page"));
        context.Response.Body = new MemoryStream();
        return context;
    }
}
