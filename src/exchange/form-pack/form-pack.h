/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/inbox/handouts.h"
#include "store/library.h"
#include "store/progress.h"

G_BEGIN_DECLS

#define BV_FORM_PACK_ERROR (bv_form_pack_error_quark ())
GQuark bv_form_pack_error_quark (void);

typedef enum
{
  BV_FORM_PACK_ERROR_NOBODY, /* nobody is asked for anything, or not that unit */
  BV_FORM_PACK_ERROR_EXISTS, /* a file of that name is there */
} BvFormPackError;

/* Which forms are wanted. */
typedef struct
{
  gint64 campaign;          /* a campaign's row */
  const char *unit;         /* a code; NULL: all that are asked for something */
  const char *const *among; /* the codes of those that are wanted of all, %NULL-terminated; NULL: each */
  const char *path; /* of one unit the file; of all a folder, which is made where it is not there; not in the
                       library's */
  BvHandoutWay way; /* as files, or as drafts of mails with the form attached */
  gboolean replace; /* takes the place of files of the same names */
} BvFormPackRequest;

/* The form of one unit. */
typedef struct
{
  char *unit; /* its code */
  char *name;
  char *email;   /* empty: none is known */
  char *path;    /* as people write it */
  char *written; /* what waits to get that name; NULL: it has it */
  char *form;    /* the SHA-256 of the form */
} BvFormFile;

/**
 * BvFormPack:
 *
 * Forms that are written but have no names yet.
 */
typedef struct
{
  gint64 campaign;
  BvHandoutWay way;
  GPtrArray *files; /* of BvFormFile, in the order of the campaign's units */
  char *folder;     /* that was made for them; NULL: none */
} BvFormPack;

BvFormPack *bv_form_pack_new (BvLibrary *library,
                              const BvFormPackRequest *request,
                              const BvProgress *progress,
                              GError **error);
gboolean bv_form_pack_publish (BvFormPack *pack, BvLibrary *library, GError **error);
void bv_form_pack_free (BvFormPack *pack);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvFormPack, bv_form_pack_free)

G_END_DECLS
