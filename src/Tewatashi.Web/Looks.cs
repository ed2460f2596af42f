using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Tewatashi.Web.Assets;
using Tewatashi.Web.Resources;

namespace Tewatashi.Web;

/// <summary>What a face registers to use the shared layouts, helpers and assets.</summary>
public static class Looks
{
    public static IServiceCollection AddTewatashiLooks(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddHttpContextAccessor();
        services.TryAddSingleton<AssetCatalog>();
        services.TryAddSingleton<AssetUrls>();
        services.Configure<MvcOptions>(SpeakJapanese);
        return services;
    }

    // What the framework says by itself about input it cannot read; it never repeats the input.
    private static void SpeakJapanese(MvcOptions options)
    {
        // A page says itself, in the office's words, what is missing.
        options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
        var messages = options.ModelBindingMessageProvider;
        messages.SetAttemptedValueIsInvalidAccessor((_, _) => WebTexts.BindingInvalid);
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => WebTexts.BindingInvalid);
        messages.SetUnknownValueIsInvalidAccessor(_ => WebTexts.BindingInvalid);
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => WebTexts.BindingInvalid);
        messages.SetValueIsInvalidAccessor(_ => WebTexts.BindingInvalid);
        messages.SetValueMustBeANumberAccessor(_ => WebTexts.BindingNumber);
        messages.SetNonPropertyValueMustBeANumberAccessor(() => WebTexts.BindingNumber);
        messages.SetValueMustNotBeNullAccessor(_ => WebTexts.BindingMissing);
        messages.SetMissingBindRequiredValueAccessor(_ => WebTexts.BindingMissing);
        messages.SetMissingKeyOrValueAccessor(() => WebTexts.BindingMissing);
        messages.SetMissingRequestBodyRequiredValueAccessor(() => WebTexts.BindingMissing);
    }
}
