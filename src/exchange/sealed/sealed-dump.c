/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/sealed/sealed-dump.h"

#include "exchange/interchange/interchange.h"
#include "exchange/sealed/seal.h"
#include "store/campaigns.h"
#include "store/digest.h"
#include "store/failure.h"
#include "store/proposals.h"
#include "store/vault.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#define NAME "proposal.json.gz"

/* Of the levels of the compressor: a third more bytes in a third of the time. */
#define FASTEST 1

/* Text that is pressed into next to nothing would fill the memory when it is read. */
#define MOST_BYTES (G_GINT64_CONSTANT (2) << 30)
#define BLOCK_SIZE (256 * 1024)

struct _BvSealedDump
{
  char *folder;
  GFile *file;
  GOutputStream *stream;
  char *written;     /* the SHA-256 of the dump as it was streamed */
  GError *error;     /* the first that befell it */
  BvVaultItem *kept; /* NULL: it is not in the vault */
};

G_DEFINE_QUARK (bv_sealed_dump_error, bv_sealed_dump_error)

static GOutputStream *
open_stream (GFile *file, GError **error)
{
  g_autoptr (GFileOutputStream) base = g_file_create (file, G_FILE_CREATE_PRIVATE, NULL, error);
  g_autoptr (GZlibCompressor) deflater = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, FASTEST);

  if (base == NULL)
    return NULL;
  return g_converter_output_stream_new (G_OUTPUT_STREAM (base), G_CONVERTER (deflater));
}

static void
take_text (const char *bytes, gsize length, gpointer data)
{
  BvSealedDump *dump = data;

  if (dump->error == NULL)
    g_output_stream_write_all (dump->stream, bytes, length, NULL, NULL, &dump->error);
}

static gboolean
finish (BvSealedDump *dump, GError **error)
{
  if (dump->error == NULL && g_output_stream_close (dump->stream, NULL, &dump->error))
    return TRUE;
  g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_FILE,
               _ ("What was sealed could not be kept: %s. Check the free space of the disk."),
               bv_failure_describe (dump->error));
  return FALSE;
}

static gboolean
inflate (GInputStream *stream, GByteArray *text, GError **error)
{
  g_autofree guint8 *block = g_malloc (BLOCK_SIZE);
  gssize length;

  while ((length = g_input_stream_read (stream, block, BLOCK_SIZE, NULL, error)) > 0)
    {
      if (text->len + length > MOST_BYTES)
        {
          g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "too long");
          return FALSE;
        }
      g_byte_array_append (text, block, length);
    }
  return length == 0;
}

static GByteArray *
read_text (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) base = g_file_read (file, NULL, error);
  g_autoptr (GZlibDecompressor) inflater = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP);
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GByteArray) text = g_byte_array_new ();

  if (base == NULL)
    return NULL;
  stream = g_converter_input_stream_new (G_INPUT_STREAM (base), G_CONVERTER (inflater));
  return inflate (stream, text, error) ? g_steal_pointer (&text) : NULL;
}

/* What cannot be read as it was is found now, not when it is wanted. */
static gboolean
read_again (BvSealedDump *dump, GError **error)
{
  g_autoptr (BvDigest) digest = bv_digest_new ();
  g_autoptr (GByteArray) text = read_text (g_file_peek_path (dump->file), NULL);
  g_autoptr (GError) cause = NULL;
  g_autoptr (BvCampaign) campaign = NULL;
  g_autofree char *found = NULL;

  if (text != NULL)
    campaign = bv_interchange_read_own ((const char *) text->data, text->len, &cause);
  if (campaign != NULL)
    bv_interchange_hash (campaign, digest);
  found = bv_digest_finish (digest);
  if (g_str_equal (found, dump->written))
    return TRUE;
  g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_FILE,
               _ ("Nothing was sealed, as it could not be kept: read again it is not the same (%s)"),
               cause != NULL ? cause->message : _ ("check the disk"));
  return FALSE;
}

/**
 * bv_sealed_dump_seal:
 * @library: the library of the proposal
 * @proposal: a proposal with its whole campaign, with the reason to seal it, if it needs one
 * @error: return location for a %BV_STORE_ERROR
 *
 * Gives @proposal its seal, and writes down what it stands for while that is computed. May run in a thread of
 * its own.
 *
 * Returns: (transfer full) (nullable): the dump, which is gone when it is freed; %NULL with @error set on
 * failure, and @proposal has no seal
 */
BvSealedDump *
bv_sealed_dump_seal (BvLibrary *library, BvProposal *proposal, GError **error)
{
  g_autoptr (BvSealedDump) dump = g_new0 (BvSealedDump, 1);
  g_autofree char *path = NULL;
  g_autofree char *seal = NULL;

  dump->folder = bv_library_make_temporary_folder (library, error);
  if (dump->folder == NULL)
    return NULL;
  path = g_build_filename (dump->folder, NAME, NULL);
  dump->file = g_file_new_for_path (path);
  dump->stream = open_stream (dump->file, &dump->error);
  seal = bv_seal_compute_and_show (proposal, take_text, dump, &dump->written);
  if (!finish (dump, error) || !read_again (dump, error))
    return NULL;
  g_free (proposal->seal);
  proposal->seal = g_steal_pointer (&seal);
  return g_steal_pointer (&dump);
}

/**
 * bv_sealed_dump_keep:
 * @dump: a dump
 * @library_folder: the folder of the library, of which the caller is the writer
 * @error: return location for a %BV_STORE_ERROR
 *
 * Takes it into the vault. One that no sealing names afterwards is taken back.
 *
 * Returns: (transfer none) (nullable): the SHA-256 under which it is kept; %NULL with @error set on failure
 */
const char *
bv_sealed_dump_keep (BvSealedDump *dump, const char *library_folder, GError **error)
{
  g_clear_pointer (&dump->kept, bv_vault_item_free);
  dump->kept = bv_vault_add (library_folder, dump->file, NULL, error);
  return dump->kept != NULL ? dump->kept->sha256 : NULL;
}

/**
 * bv_sealed_dump_take_back:
 * @dump: a dump that is kept, and that no sealing names
 * @library_folder: the folder of the library, of which the caller is the writer
 *
 * Takes it out of the vault, unless the same lay there before.
 */
void
bv_sealed_dump_take_back (const BvSealedDump *dump, const char *library_folder)
{
  bv_vault_take_back (library_folder, dump->kept);
}

/**
 * bv_sealed_dump_free:
 * @dump: (transfer full): a dump
 */
void
bv_sealed_dump_free (BvSealedDump *dump)
{
  g_clear_object (&dump->stream);
  g_clear_object (&dump->file);
  g_free (dump->written);
  g_clear_error (&dump->error);
  if (dump->folder != NULL)
    bv_library_remove_temporary_folder (dump->folder);
  g_free (dump->folder);
  g_clear_pointer (&dump->kept, bv_vault_item_free);
  g_free (dump);
}

static void
refuse (const BvSealing *sealing, const char *what, GError **error)
{
  g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_FILE,
               _ ("What was sealed as number %u cannot be read: %s. Take the library's folder “vault” from a "
                  "backup, or use the files that were written then."),
               sealing->number, what);
}

/* The campaign as it was sealed. */
static BvCampaign *
read_campaign (BvLibrary *library, const BvSealing *sealing, GError **error)
{
  const char *folder = bv_library_get_folder (library);
  g_autofree char *path = bv_vault_get_path (folder, sealing->dump, NAME);
  g_autoptr (GByteArray) text = NULL;
  g_autoptr (GError) cause = NULL;
  BvCampaign *campaign = NULL;

  if (!bv_vault_has (folder, sealing->dump, NAME))
    {
      refuse (sealing, _ ("its file is not here"), error);
      return NULL;
    }
  if (bv_vault_check (folder, sealing->dump, NAME, NULL))
    text = read_text (path, &cause);
  if (text != NULL)
    campaign = bv_interchange_read_own ((const char *) text->data, text->len, &cause);
  if (campaign == NULL)
    refuse (sealing, text != NULL ? cause->message : _ ("its file is damaged"), error);
  return campaign;
}

/* Of a library that holds nothing else, so that neither units nor other campaigns of today have a say. */
static BvProposal *
read_apart (const char *folder, BvCampaign *campaign, gint64 date, GError **error)
{
  g_autoptr (BvLibrary) library = bv_library_open (folder, BV_LIBRARY_CREATE, error);
  gint64 row = library != NULL ? bv_campaigns_take (library, campaign, FALSE, error) : 0;

  return row != 0 ? bv_proposals_read (library, row, date, error) : NULL;
}

static BvProposal *
read_proposal (BvLibrary *library, const BvSealing *sealing, GError **error)
{
  g_autoptr (BvCampaign) campaign = read_campaign (library, sealing, error);
  g_autofree char *folder = campaign != NULL ? bv_library_make_temporary_folder (library, error) : NULL;
  BvProposal *proposal;

  if (folder == NULL)
    return NULL;
  proposal = read_apart (folder, campaign, sealing->date, error);
  bv_library_remove_temporary_folder (folder);
  return proposal;
}

/**
 * bv_sealed_dump_read:
 * @library: a library
 * @sealing: a sealing of one of its campaigns
 * @error: return location for a %BV_SEALED_DUMP_ERROR or %BV_STORE_ERROR
 *
 * May run in a thread of its own, with a reader of its own.
 *
 * Returns: (transfer full) (nullable): the proposal as it was sealed, with its seal, which is computed anew
 * and equal, and the reason; %NULL with @error set on failure
 */
BvProposal *
bv_sealed_dump_read (BvLibrary *library, const BvSealing *sealing, GError **error)
{
  g_autoptr (BvProposal) proposal = NULL;

  if (sealing->dump == NULL)
    {
      g_set_error (error, BV_SEALED_DUMP_ERROR, BV_SEALED_DUMP_ERROR_NOT_KEPT,
                   _ ("Proposal %u was sealed by an older Bảng Vàng, which did not keep what it sealed: only "
                      "the files that were written then have it"),
                   sealing->number);
      return NULL;
    }
  proposal = read_proposal (library, sealing, error);
  if (proposal == NULL)
    return NULL;
  bv_proposal_set_reason (proposal, sealing->reason);
  proposal->seal = bv_seal_compute (proposal);
  g_free (proposal->chain);
  proposal->chain = g_strdup (sealing->chain);
  if (g_str_equal (proposal->seal, sealing->seal))
    return g_steal_pointer (&proposal);
  g_set_error (
    error, BV_SEALED_DUMP_ERROR, BV_SEALED_DUMP_ERROR_DIFFERS,
    _ ("Proposal %u has the seal %s when it is computed anew, not %s: this Bảng Vàng ranks otherwise "
       "than the one that sealed it. Use the files that were written then"),
    sealing->number, proposal->seal, sealing->seal);
  return NULL;
}

/**
 * bv_sealed_dump_read_number:
 * @library: a library
 * @campaign: a campaign's row
 * @number: which of its sealings, from 1
 * @error: return location for what bv_sealings_get() or bv_sealed_dump_read() says
 *
 * Returns: (transfer full) (nullable): the proposal as it was sealed then; %NULL with @error set on failure
 */
BvProposal *
bv_sealed_dump_read_number (BvLibrary *library, gint64 campaign, guint number, GError **error)
{
  g_autoptr (BvSealing) sealing = bv_sealings_get (library, campaign, number, error);

  return sealing != NULL ? bv_sealed_dump_read (library, sealing, error) : NULL;
}

/**
 * bv_sealed_dump_find_same:
 * @library: a library
 * @campaign: a campaign's row
 * @proposal: its proposal, with the whole campaign
 * @same: (out) (transfer full) (nullable): the last sealing for the proposal's date of which nothing has
 * changed since; %NULL: there is none
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean
bv_sealed_dump_find_same (BvLibrary *library,
                          gint64 campaign,
                          const BvProposal *proposal,
                          BvSealing **same,
                          GError **error)
{
  g_autoptr (BvSealing) any = NULL;
  g_autofree char *seal = NULL;
  gint64 date = proposal->contest->date;

  *same = NULL;
  if (!bv_sealings_find (library, campaign, date, NULL, &any, error))
    return FALSE;
  if (any == NULL)
    return TRUE;
  seal = bv_seal_compute (proposal);
  return bv_sealings_find (library, campaign, date, seal, same, error);
}
