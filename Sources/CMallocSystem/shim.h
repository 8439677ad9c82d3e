/* What the C library's module for Swift leaves out: how memory is kept. */
#ifndef CMALLOC_SHIM_H
#define CMALLOC_SHIM_H

#include <malloc.h>

#endif
