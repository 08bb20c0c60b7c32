/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/evidence/evidence-inspection.h"

#include "store/error.h"
#include "store/evidence/evidence-kind.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A compound file (MS-CFB 2.6.1): its directory is made of entries of 128 bytes, and lies at a multiple of
 * that. */
#define ENTRY_BYTES 128
#define ENTRY_NAME_MOST 64
#define ENTRY_NAME_LENGTH 64
#define ENTRY_TYPE 66

/* The names of the parts of a zip archive stand in it as they are, so that they are found without reading it
 * as one; and whatever is nested in it, uncompressed, is looked at too. In small letters, as Office cares for
 * no case. */
typedef struct
{
  BvEvidenceContent content;
  const char *name;
} Part;

static const Part macro_parts[] = {
  { BV_EVIDENCE_CONTENT_OOXML, "vbaproject.bin" },  { BV_EVIDENCE_CONTENT_OOXML, "vbadata.xml" },
  { BV_EVIDENCE_CONTENT_OOXML, "xl/macrosheets/" }, { BV_EVIDENCE_CONTENT_ODF, "basic/script-l" },
  { BV_EVIDENCE_CONTENT_ODF, "scripts/" },
};

/* What makes a zip archive a document of Office. */
#define OOXML_PART "[content_types].xml"

/* The longest of these names, but for its last byte, may end one block and go on in the next. */
#define CARRIED (sizeof OOXML_PART - 2)

struct _BvEvidenceInspection
{
  char *name;
  BvEvidenceContent allowed;
  BvEvidenceContent found;
  GString *window; /* the end of the last piece and the next one, in small letters */
  gboolean begun;
  gboolean is_ooxml;
  gboolean has_macros;
};

/* What is refused can always be handed over in an archive, which nothing runs by itself. */
static void
set_kind_error (const char *name, GError **error)
{
  g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_FILE,
               _ ("%s is of no kind that is kept as evidence: PDF, picture, sound, film, office document "
                  "without macros, text, mail or archive. Save it as PDF, or pack it into a .zip archive, "
                  "and attach that."),
               name);
}

static void
set_content_error (const char *name, GError **error)
{
  g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_FILE,
               _ ("%s is not what its name says: its content is damaged or of another kind. Save it again in "
                  "the program it comes from, or pack it into a .zip archive, and attach that."),
               name);
}

static void
set_macro_error (const char *name, GError **error)
{
  g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_FILE,
               _ ("%s has macros, which may do harm to who opens it. Save it without them or as PDF; or pack "
                  "it into a .zip archive, and attach that."),
               name);
}

static void
look_for_parts (BvEvidenceInspection *self, const guint8 *bytes, gsize length)
{
  gsize carried = MIN (self->window->len, CARRIED);

  g_string_erase (self->window, 0, self->window->len - carried);
  g_string_append_len (self->window, (const char *) bytes, length);
  for (gsize i = carried; i < self->window->len; i++)
    self->window->str[i] = g_ascii_tolower (self->window->str[i]);
  for (guint i = 0; i < G_N_ELEMENTS (macro_parts); i++)
    if ((self->found & self->allowed & macro_parts[i].content) != 0)
      self->has_macros
        |= bv_evidence_kind_has_bytes (self->window->str, self->window->len, macro_parts[i].name);
  self->is_ooxml |= bv_evidence_kind_has_bytes (self->window->str, self->window->len, OOXML_PART);
}

/* Whether @entry is a storage or stream of a name that macros have. */
static gboolean
is_macro_entry (const guint8 *entry)
{
  static const char *const names[] = { "vba", "macros", "_vba_project", "_vba_project_cur", NULL };
  guint length = entry[ENTRY_NAME_LENGTH] | entry[ENTRY_NAME_LENGTH + 1] << 8;
  char name[ENTRY_NAME_MOST / 2] = "";

  if ((entry[ENTRY_TYPE] != 1 && entry[ENTRY_TYPE] != 2) || length < 4 || length > ENTRY_NAME_MOST
      || length % 2 != 0)
    return FALSE;
  for (guint i = 0; i < length / 2 - 1; i++)
    {
      if (entry[2 * i + 1] != 0)
        return FALSE;
      name[i] = g_ascii_tolower (entry[2 * i]);
    }
  return g_strv_contains (names, name);
}

static void
look_for_entries (BvEvidenceInspection *self, const guint8 *bytes, gsize length)
{
  for (gsize i = 0; i + ENTRY_BYTES <= length; i += ENTRY_BYTES)
    self->has_macros |= is_macro_entry (bytes + i);
}

/**
 * bv_evidence_inspection_new:
 * @name: the name of a file
 * @error: return location for a %BV_STORE_ERROR_FILE
 *
 * What may be evidence is a list of what is known to be harmless, by name and content: PDF, pictures, sound,
 * film, office documents without macros, text, mails and archives.
 *
 * Returns: (transfer full) (nullable): an inspection of its content; %NULL with @error set where the name
 * alone forbids it
 */
BvEvidenceInspection *
bv_evidence_inspection_new (const char *name, GError **error)
{
  BvEvidenceContent allowed = bv_evidence_kind_find_allowed (name);
  BvEvidenceInspection *self;

  if (allowed == 0)
    {
      set_kind_error (name, error);
      return NULL;
    }
  self = g_new0 (BvEvidenceInspection, 1);
  self->name = g_strdup (name);
  self->allowed = allowed;
  self->window = g_string_new (NULL);
  return self;
}

/**
 * bv_evidence_inspection_take:
 * @inspection: an inspection
 * @bytes: (array length=length): what follows in the file; the first piece begins it
 * @length: a multiple of 4096 but for the last piece
 */
void
bv_evidence_inspection_take (BvEvidenceInspection *inspection, const guint8 *bytes, gsize length)
{
  if (!inspection->begun)
    inspection->found = bv_evidence_kind_find_content (bytes, MIN (length, BV_EVIDENCE_KIND_START));
  inspection->begun = TRUE;
  if ((inspection->found & inspection->allowed & (BV_EVIDENCE_CONTENT_OOXML | BV_EVIDENCE_CONTENT_ODF)) != 0)
    look_for_parts (inspection, bytes, length);
  if ((inspection->found & inspection->allowed & BV_EVIDENCE_CONTENT_OLE) != 0)
    look_for_entries (inspection, bytes, length);
}

/**
 * bv_evidence_inspection_finish:
 * @inspection: an inspection that was given the whole file
 * @error: return location for a %BV_STORE_ERROR_FILE
 *
 * Returns: %FALSE with @error set, which says what to do, where the file may not be evidence
 */
gboolean
bv_evidence_inspection_finish (BvEvidenceInspection *inspection, GError **error)
{
  BvEvidenceContent content = inspection->found;

  if (!inspection->is_ooxml)
    content &= ~BV_EVIDENCE_CONTENT_OOXML;
  if ((content & inspection->allowed) == 0)
    set_content_error (inspection->name, error);
  else if (inspection->has_macros)
    set_macro_error (inspection->name, error);
  else
    return TRUE;
  return FALSE;
}

/**
 * bv_evidence_inspection_free:
 * @inspection: (transfer full): an inspection
 */
void
bv_evidence_inspection_free (BvEvidenceInspection *inspection)
{
  g_free (inspection->name);
  g_string_free (inspection->window, TRUE);
  g_free (inspection);
}
