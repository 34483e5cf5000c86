using System.Collections.Frozen;

namespace FasterMoney.Domain.ContentChecks.Reading;

/// <summary>Services that everybody knows, to which letters of businesses lead: maps, parcels, files, meetings, authorities, payments.</summary>
internal static class PublicServices
{
    private static readonly FrozenSet<string> Domains = (
        "google.com google.de google.fr google.es google.ch goo.gl youtube.com youtu.be apple.com icloud.com microsoft.com live.com office.com sharepoint.com onedrive.com bing.com openstreetmap.org "
        + "dropbox.com wetransfer.com we.tl github.com gitlab.com figma.com canva.com adobe.com docusign.com docusign.net calendly.com doodle.com zoom.us webex.com whatsapp.com wa.me "
        + "linkedin.com facebook.com instagram.com pinterest.com vimeo.com x.com twitter.com xing.com mastodon.social wikipedia.org wikimedia.org "
        + "ups.com fedex.com usps.com dhl.com dhl.de gls-group.com gls-group.eu dpd.com dpd.de dpd.fr hermesworld.com myhermes.de royalmail.com post.ch laposte.fr colissimo.fr chronopost.fr correos.es seur.com mrw.es "
        + "paypal.com stripe.com wise.com sepa.eu trustpilot.com europa.eu gov.uk irs.gov usa.gov elster.de bund.de gouv.fr service-public.fr agenciatributaria.gob.es admin.ch "
        + "amazon.com amazon.de amazon.fr amazon.es etsy.com w3.org iso.org").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a host, in lower case, is one of them or below one.</summary>
    public static bool Contains(string host)
    {
        for (var rest = host; ; rest = rest[(rest.IndexOf('.') + 1)..])
        {
            if (Domains.Contains(rest))
                return true;

            if (!rest.Contains('.'))
                return false;
        }
    }
}
