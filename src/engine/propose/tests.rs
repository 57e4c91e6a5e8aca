//! What is found, what is not, and near misses, on subjects of their own.
