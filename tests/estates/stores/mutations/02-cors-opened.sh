# A CORS rule lets every origin write.
aws s3api put-bucket-cors --bucket stores-photos --cors-configuration '{"CORSRules":[{"AllowedMethods":["GET","PUT","DELETE"],"AllowedOrigins":["*"]}]}'
