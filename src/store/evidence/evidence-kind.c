/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/evidence/evidence-kind.h"

#include "store/file-name.h"

#include <string.h>

/* A PDF may have some other bytes before it begins. */
#define PDF_WITHIN 1024

/* What may be evidence, by its name: all that is not here is refused, as nobody can list what some system
 * would run. */
static const struct
{
  BvEvidenceContent content;
  const char *extensions; /* each between blanks */
} kinds[] = {
  { BV_EVIDENCE_CONTENT_PDF, " pdf " },
  { BV_EVIDENCE_CONTENT_IMAGE, " jpg jpeg jpe jfif png gif bmp tif tiff webp heic heif avif " },
  { BV_EVIDENCE_CONTENT_MEDIA,
    " mp3 m4a aac wav ogg oga opus flac wma mp4 m4v mov avi mkv webm wmv mpg mpeg 3gp " },
  { BV_EVIDENCE_CONTENT_OOXML, " docx dotx xlsx xltx pptx potx ppsx " },
  { BV_EVIDENCE_CONTENT_ODF, " odt ods odp odg " },
  { BV_EVIDENCE_CONTENT_RTF, " rtf " },
  { BV_EVIDENCE_CONTENT_OLE, " xls xlt ppt pps pot msg " },
  /* Programs that write RTF like to call it so. */
  { BV_EVIDENCE_CONTENT_OLE | BV_EVIDENCE_CONTENT_RTF, " doc dot " },
  { BV_EVIDENCE_CONTENT_TEXT, " txt csv tsv eml " },
  { BV_EVIDENCE_CONTENT_ARCHIVE, " zip rar 7z tar gz tgz bz2 tbz2 xz txz zst " },
};

/* Without an extension no program opens a file unasked, so that its content alone says what it is; but the
 * older office format is also that of installers. */
#define UNNAMED                                                                    \
  (BV_EVIDENCE_CONTENT_PDF | BV_EVIDENCE_CONTENT_IMAGE | BV_EVIDENCE_CONTENT_MEDIA \
   | BV_EVIDENCE_CONTENT_OOXML | BV_EVIDENCE_CONTENT_ODF | BV_EVIDENCE_CONTENT_RTF)

typedef struct
{
  BvEvidenceContent content;
  gsize offset;
  gsize length;
  const char *bytes;
} Sign;

#define SIGN(content, offset, bytes)                                 \
  {                                                                  \
    BV_EVIDENCE_CONTENT_##content, offset, sizeof (bytes) - 1, bytes \
  }

static const Sign signs[] = {
  SIGN (IMAGE, 0, "\xff\xd8\xff"),
  SIGN (IMAGE, 0, "\x89PNG\r\n\x1a\n"),
  SIGN (IMAGE, 0, "GIF8"),
  SIGN (IMAGE, 0, "BM"),
  SIGN (IMAGE, 0, "II*\0"),
  SIGN (IMAGE, 0, "MM\0*"),
  SIGN (IMAGE, 8, "WEBP"),
  /* Pictures of a telephone and films have one container. */
  SIGN (IMAGE, 4, "ftyp"),
  SIGN (MEDIA, 4, "ftyp"),
  SIGN (MEDIA, 4, "moov"),
  SIGN (MEDIA, 4, "mdat"),
  SIGN (MEDIA, 4, "wide"),
  SIGN (MEDIA, 0, "ID3"),
  SIGN (MEDIA, 8, "WAVE"),
  SIGN (MEDIA, 8, "AVI "),
  SIGN (MEDIA, 0, "OggS"),
  SIGN (MEDIA, 0, "fLaC"),
  SIGN (MEDIA, 0, "\x1a\x45\xdf\xa3"),
  SIGN (MEDIA, 0, "\x30\x26\xb2\x75\x8e\x66\xcf\x11"),
  SIGN (MEDIA, 0, "\0\0\1\xba"),
  SIGN (MEDIA, 0, "\0\0\1\xb3"),
  SIGN (OOXML, 0, "PK\3\4"),
  SIGN (ODF, 30, "mimetypeapplication/vnd.oasis.opendocument."),
  SIGN (OLE, 0, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
  SIGN (RTF, 0, "{\\rtf"),
  SIGN (TEXT, 0, "\xff\xfe"),
  SIGN (TEXT, 0, "\xfe\xff"),
  SIGN (ARCHIVE, 0, "PK\3\4"),
  SIGN (ARCHIVE, 0, "PK\5\6"),
  SIGN (ARCHIVE, 0, "Rar!\x1a\7"),
  SIGN (ARCHIVE, 0, "7z\xbc\xaf\x27\x1c"),
  SIGN (ARCHIVE, 257, "ustar"),
  SIGN (ARCHIVE, 0, "\x1f\x8b"),
  SIGN (ARCHIVE, 0, "BZh"),
  SIGN (ARCHIVE,
        0,
        "\xfd"
        "7zXZ\0"),
  SIGN (ARCHIVE, 0, "\x28\xb5\x2f\xfd"),
};

/**
 * bv_evidence_kind_find_allowed:
 * @name: a file name
 *
 * Returns: what a file of this name may contain to be evidence; 0: it may not be any
 */
BvEvidenceContent
bv_evidence_kind_find_allowed (const char *name)
{
  g_autofree char *safe = bv_file_name_make_safe (name);
  g_autofree char *extension = bv_file_name_get_extension (safe);
  g_autofree char *word = g_strconcat (" ", extension, " ", NULL);

  if (*extension == '\0')
    return strchr (safe, '.') == NULL ? UNNAMED : 0;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strstr (kinds[i].extensions, word) != NULL)
      return kinds[i].content;
  return 0;
}

/* Of an older encoding of Vietnamese too, which is not UTF-8. */
static gboolean
is_text (const guint8 *start, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (start[i] == 0x7f || (start[i] < 0x20 && strchr ("\t\n\r\f", start[i]) == NULL))
      return FALSE;
  return memchr (start, '\0', length) == NULL;
}

/* A frame of MP3 or AAC begins with eleven bits that are set. */
static gboolean
is_frame (const guint8 *start, gsize length)
{
  return length >= 4 && start[0] == 0xff && (start[1] & 0xe0) == 0xe0 && start[1] < 0xfe;
}

/**
 * bv_evidence_kind_has_bytes:
 * @bytes: (array length=length): any bytes
 * @length: how many they are
 * @text: what is looked for
 *
 * Returns: whether @text stands in @bytes
 */
gboolean
bv_evidence_kind_has_bytes (const char *bytes, gsize length, const char *text)
{
  const char *end = bytes + length;
  gsize wanted = strlen (text);

  for (const char *p = bytes; (gsize) (end - p) >= wanted; p++)
    {
      p = memchr (p, *text, end - p - wanted + 1);
      if (p == NULL)
        return FALSE;
      if (memcmp (p, text, wanted) == 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * bv_evidence_kind_find_content:
 * @start: (array length=length): how a file begins
 * @length: bytes, of a longer file at least %BV_EVIDENCE_KIND_START
 *
 * Returns: all that it may be, by these bytes; 0: nothing that is known
 */
BvEvidenceContent
bv_evidence_kind_find_content (const guint8 *start, gsize length)
{
  BvEvidenceContent found = 0;

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (length >= signs[i].offset + signs[i].length
        && memcmp (start + signs[i].offset, signs[i].bytes, signs[i].length) == 0)
      found |= signs[i].content;
  if (bv_evidence_kind_has_bytes ((const char *) start, MIN (length, PDF_WITHIN), "%PDF-"))
    found |= BV_EVIDENCE_CONTENT_PDF;
  if (is_frame (start, length))
    found |= BV_EVIDENCE_CONTENT_MEDIA;
  return is_text (start, length) ? found | BV_EVIDENCE_CONTENT_TEXT : found;
}
