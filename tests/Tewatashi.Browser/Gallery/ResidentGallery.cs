namespace Tewatashi.Browser.Gallery;

public sealed class ResidentGallery : GalleryPage;
