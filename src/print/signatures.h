/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "print/document.h"

G_BEGIN_DECLS

/* Who signs a form. */
typedef struct
{
  const char *title; /* NULL: nobody signs on this side */
  const char *hint;  /* (Ký, ghi rõ họ tên) */
  const char *name;  /* NULL: written by hand */
} BvSigner;

BvBlock *bv_signatures_add (BvSection *section, const BvSigner *left, const BvSigner *right);

G_END_DECLS
